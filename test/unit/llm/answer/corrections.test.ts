import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorrections } from '../../../../src/llm/answer/corrections';
import type { Correction } from '../../../../src/llm/model';

function correctionsIn(answer: unknown, count = 3): readonly Correction[] {
  const read = readCorrections(typeof answer === 'string' ? answer : JSON.stringify(answer), count);
  if ('problem' in read) throw new Error(read.problem);
  return read.answer;
}

const plainText = fc.stringMatching(/^[\p{Script=Han}a-z0-9,]{3,30}$/u);
const answers: fc.Arbitrary<readonly Correction[]> = fc
  .array(
    fc.record({
      text: fc.oneof(
        fc.constant(''),
        plainText.map((text) => `${text} kept`),
      ),
      owner: plainText,
      due: plainText,
      refs: fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((all) =>
    all.map((each, index) => ({
      ...each,
      n: index + 1,
      ...(each.text === '' ? { owner: '', due: '' } : {}),
    })),
  );

const list: readonly Correction[] = [
  { n: 1, text: 'Pay within 30 days.', owner: 'the Buyer', due: 'within 30 days', refs: [4, 5] },
  { n: 2, text: '', owner: '', due: '', refs: [] },
  { n: 3, text: 'Amount: 12,000', owner: '', due: '', refs: [7] },
];

function withSecond(second: unknown): string {
  return JSON.stringify({ corrections: list.map((each) => (each.n === 2 ? second : each)) });
}

/** The result for an answer without corrections. */
const NONE = { problem: expect.stringContaining('no statement from 1 to 3') as unknown };

describe('readCorrections', () => {
  it('readCorrections returns valid corrections unchanged', () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(correctionsIn({ corrections: given }, given.length)).toEqual(given);
      }),
    );
  });

  it('each correction belongs to a different existing statement, whatever the model answers', () => {
    const value = fc.anything();
    const fields = {
      n: fc.integer({ min: -3, max: 12 }),
      text: value,
      owner: value,
      due: value,
      refs: value,
    };
    const item = fc.record(fields, { requiredKeys: [] });
    const likely = fc.oneof(
      fc.array(item).map((corrections) => JSON.stringify({ corrections })),
      fc.json(),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    fc.assert(
      fc.property(likely, fc.nat({ max: 8 }), (content, count) => {
        const read = readCorrections(content, count);
        if ('problem' in read) return;
        const numbers = read.answer.map(({ n }) => n);
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const { n, text, owner, due, refs } of read.answer) {
          expect(n >= 1 && n <= count).toBe(true);
          for (const words of [text, owner, due]) expect(words.length).toBeLessThanOrEqual(4_000);
          for (const ref of refs) expect(Number.isSafeInteger(ref) && ref > 0).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(
    Object.entries({
      'in a fence': `\`\`\`json\n${JSON.stringify({ corrections: list })}\n\`\`\``,
      'as a bare list': JSON.stringify(list),
      'one per line': list.map((each) => JSON.stringify(each)).join('\n'),
      'with other field names': JSON.stringify({
        results: list.map(({ n, text, owner, due, refs }) => {
          const citations = refs.map((ref) => `[${ref}]`).join('');
          return { id: String(n), correction: text, who: owner, deadline: due, citations };
        }),
      }),
      'with deadlines that are objects': JSON.stringify({
        corrections: list.map((each) => {
          return { ...each, due: { kind: 'relative', text: each.due, date: '' } };
        }),
      }),
      'with null as the text of a dropped statement': withSecond({
        n: 2,
        text: null,
        owner: null,
        due: null,
      }),
      'with a word as the text of a dropped statement': withSecond({
        n: 2,
        text: '(dropped)',
        owner: 'A',
        due: '',
        refs: [],
      }),
    }),
  )('readCorrections reads corrections %s', (_, answer) => {
    expect(correctionsIn(answer)).toEqual(list);
  });

  it('readCorrections removes the labels that the prompt puts around a statement', () => {
    expect(
      correctionsIn({
        corrections: [
          { n: 1, text: '1. (to-do) Pay the rent — who: the Tenant — by: the 3rd of each month', refs: [1] },
          { n: 2, text: '(fact) 金额: 1.2万元', refs: '[5]' },
          { n: 3, text: '(to-do) Sign — who: A', owner: 'B', refs: [2] },
        ],
      }),
    ).toEqual([
      { n: 1, text: 'Pay the rent', owner: 'the Tenant', due: 'the 3rd of each month', refs: [1] },
      { n: 2, text: '金额: 1.2万元', owner: '', due: '', refs: [5] },
      { n: 3, text: 'Sign', owner: 'B', due: '', refs: [2] },
    ]);
  });

  it('a statement can lack a correction, and the first of two corrections is used', () => {
    const second = { ...list[0], text: 'Something else.' };
    const corrections = [list[0], second, { n: 2, owner: 'no text' }, { n: 8, text: 'x' }];
    expect(correctionsIn({ corrections })).toEqual([list[0]]);
  });

  it.each(['', 'I cannot do that.', '{"corrections": []}', '{"verdicts": [{"n": 1, "supported": "yes"}]}'])(
    'corrections are reported as missing if the answer is "%s"',
    (answer) => {
      expect(readCorrections(answer, 3)).toEqual(NONE);
    },
  );
});
