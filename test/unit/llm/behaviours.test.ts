import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { BEHAVIOURS } from '../../endpoint/behaviours/behaviours';
import { played } from '../../endpoint/behaviours/run';
import { TEST_KEY } from '../../endpoint/preset-endpoint';

describe('reported behaviours', () => {
  it.each(Object.entries(BEHAVIOURS))(
    'the behaviour %s leads to the expected outcome after at most two useless answers',
    async (_, behaviour) => {
      const { outcome, requests, wasted, failure } = await played(behaviour);
      expect([behaviour.outcome].flat()).toContain(outcome);
      expect(requests).toBeGreaterThan(0);
      expect(requests).toBeLessThanOrEqual(behaviour.most);
      // The user also pays for answers that the plugin cannot use.
      expect(wasted).toBeLessThanOrEqual(2);
      expect(inspect(failure, { depth: 9 })).not.toContain(TEST_KEY);
    },
  );
});
