import { describe, expect, it } from 'vitest';
import type { Doubt } from '../../../src/digest/digest';
import { messagesFor } from '../../../src/i18n/messages';
import { doubtWords } from '../../../src/note/doubt-words';

const cases: readonly (readonly [Doubt, string, string])[] = [
  [{ kind: 'no-passage' }, 'It cites no passage of the document.', '没有引用文档中的任何段落。'],
  [
    { kind: 'differs', fact: 'number', stated: '45', found: '30 days' },
    'The document has 30 days here, the statement says 45.',
    '文档此处为“30 days”，陈述为“45”。',
  ],
  [
    { kind: 'absent', fact: 'number', stated: '45日' },
    'The document does not contain “45日”.',
    '文档中没有“45日”。',
  ],
  [
    { kind: 'not-supported', why: ' Only Party B may cancel. ' },
    'A second reading found no support for it in the passage: Only Party B may cancel.',
    '复核认为所引段落不支持这一陈述：Only Party B may cancel。',
  ],
  [
    { kind: 'cannot-tell', why: '' },
    'A second reading could not tell whether the passage supports it.',
    '复核无法判断所引段落是否支持这一陈述。',
  ],
];

describe('doubtWords', () => {
  it.each(cases)('doubtWords describes the doubt %j', (doubt, english, chinese) => {
    expect(doubtWords(doubt, messagesFor('en'))).toBe(english);
    expect(doubtWords(doubt, messagesFor('zh'))).toBe(chinese);
  });

  it('doubtWords leaves out an invisible value', () => {
    const differs: Doubt = { kind: 'differs', fact: 'name', stated: '\u200B', found: 'Ann' };
    expect(doubtWords(differs, messagesFor('en'))).toBe('It differs from the document.');
    const absent: Doubt = { kind: 'absent', fact: 'name', stated: ' \n' };
    expect(doubtWords(absent, messagesFor('zh'))).toBe('与文档不一致。');
  });

  it('doubtWords returns one line of bounded length', () => {
    const long = `a\n${'b'.repeat(5_000)}`;
    const words = doubtWords({ kind: 'differs', fact: 'cell', stated: long, found: long }, messagesFor('en'));
    expect(words).not.toContain('\n');
    expect(words.length).toBeLessThan(500);
    expect(words).toContain('…');
  });
});
