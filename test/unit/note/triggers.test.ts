import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakTriggers, hasTriggers, withoutJoiners } from '../../../src/note/escape/triggers';
import { triggerExamples } from '../../../src/note/escape/triggers.examples';
import { isFull, runs } from '../../runs';
import { places } from './places';
import { mixture } from './trigger-mixtures';
import { activeTriggers, renderers, surfacesOf } from './surfaces';

const harmless = 'harmless';
const samples = triggerExamples.flatMap((trigger) => trigger.samples);

describe.each(places)('$name', (place) => {
  const { kind, render } = place;
  const turn = places.indexOf(place);
  const note = (text: string): string =>
    render(kind === 'name' ? text.replace(/[/\0\n]/g, '').slice(0, 200) : text);
  const expected = surfacesOf(note(harmless));

  function expectNoTriggers(text: string): void {
    const found = surfacesOf(note(text));
    for (const renderer of renderers)
      expect(activeTriggers(found[renderer], expected[renderer]), renderer).toEqual([]);
  }

  // A trigger is text that makes another plugin act.
  it('no sample of a trigger works in the note', () => {
    // For speed, each place is tested with one quarter of the samples. The next place gets the next quarter.
    samples.forEach((text, index) => {
      if (isFull || (index + turn) % 4 === 0) expectNoTriggers(index % 2 === 0 ? text : `Pay ${text} now`);
    });
  });

  it('no mixture of triggers works in the note', () => {
    fc.assert(fc.property(mixture, expectNoTriggers), { numRuns: runs(10, 10_000) });
  });
});

describe('breakTriggers', () => {
  it('breakTriggers adds only joiners (U+2060) to the text', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const plain = withoutJoiners(text);
        expect(withoutJoiners(breakTriggers(plain))).toBe(plain);
      }),
    );
  });

  it.each([
    'Pay 1,200.00 EUR (incl. VAT) within 10 days; see p. 3.',
    '甲方应于2026年1月17日前支付合同总金额的30%（含税），逾期按日计收违约金。',
    'R&D, C++, A/B - "quoted" text... and more?!',
    'Smith et al. (2024), pp. 3-5; cf. e.g. https://example.com/a?b=c',
  ])('the prose %j has no triggers', (text) => {
    expect(hasTriggers(text)).toBe(false);
  });
});
