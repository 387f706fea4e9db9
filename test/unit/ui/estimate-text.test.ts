import { expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages';
import { estimateText } from '../../../src/ui/estimate-text';

const en = messagesFor('en');
const zh = messagesFor('zh');

it('an estimate mentions the tokens of a second reading only if there will be one', () => {
  const sizes = [1_900_000, 1_900_000];
  expect(estimateText(en.catalogue.estimate, sizes, true)).toBe(
    'Roughly 24,000 to 110,000 tokens, of which up to about 4,300 are for the second reading. ' +
      'This estimate is based on the sizes of the files alone.',
  );
  expect(estimateText(en.completion.estimate, [1_000], false)).toBe(
    'Roughly 1,000 tokens. This estimate is based on the sizes of the files alone.',
  );
  expect(estimateText(zh.completion.estimate, [1_000], true)).toBe(
    '大约 1,500 个 token，其中最多约 500 个用于复核。此估计仅依据文件大小。',
  );
});
