import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVerdicts } from '../../../../src/llm/answer/verdicts';
import type { Verdict } from '../../../../src/llm/model';

const verdict = fc.record({
  supported: fc.constantFrom('yes', 'no', 'unsure'),
  why: fc.string({ unit: 'grapheme', maxLength: 40 }),
});
/** Correct answers, with one verdict for each statement. */
const answers: fc.Arbitrary<readonly Verdict[]> = fc
  .array(verdict, { minLength: 1, maxLength: 40 })
  .map((all) =>
    all.map(({ supported, why }, index) => {
      const reason = supported === 'yes' ? '' : why.replace(/\s+/g, ' ').trim();
      return { n: index + 1, supported, why: reason };
    }),
  );

function verdictsIn(content: string, count: number): readonly Verdict[] {
  const read = readVerdicts(content, count);
  if ('problem' in read) throw new Error(read.problem);
  return read.answer;
}

function verdictPairs(answer: unknown, count = 3): readonly (readonly [number, string])[] {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return verdictsIn(text, count).map(({ n, supported }) => [n, supported]);
}

const list = [
  { n: 1, supported: 'yes', why: '' },
  { n: 2, supported: 'no', why: 'The passage says 30 days.' },
  { n: 3, supported: 'unsure', why: 'It names no date.' },
] as const;
function of(verdicts: unknown): string {
  return JSON.stringify({ verdicts });
}

const json = of(list);
const JUDGED = [
  [1, 'yes'],
  [2, 'no'],
  [3, 'unsure'],
];

describe('readVerdicts', () => {
  it('readVerdicts sorts valid verdicts by their numbers, and does not change them', () => {
    fc.assert(
      fc.property(answers, fc.boolean(), (given, isTurned) => {
        const order = isTurned ? [...given].reverse() : given;
        expect(verdictsIn(JSON.stringify({ verdicts: order }), given.length)).toEqual(given);
      }),
    );
  });

  it('each verdict belongs to a different existing statement, whatever the model answers', () => {
    const item = fc.record(
      {
        n: fc.oneof(
          fc.integer({ min: -3, max: 12 }),
          fc.constantFrom('1', '第2条', '#3', '7.', '1.5', null, {}),
        ),
        supported: fc.oneof(fc.constantFrom('yes', 'no', 'unsure', '是', true, 'perhaps'), fc.anything()),
        why: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const likely = fc.oneof(
      fc.array(item).map((verdicts) => JSON.stringify({ verdicts })),
      fc.array(item).map((verdicts) => JSON.stringify(verdicts)),
      fc.array(item).map((verdicts) => verdicts.map((each) => JSON.stringify(each)).join('\n')),
      fc
        .dictionary(fc.constantFrom('1', '2', '99', '-1'), fc.constantFrom('yes', 'no', 7))
        .map((map) => JSON.stringify(map)),
      fc.json(),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    fc.assert(
      fc.property(likely, fc.nat({ max: 8 }), (content, count) => {
        const read = readVerdicts(content, count);
        if ('problem' in read) return;
        const numbers = read.answer.map(({ n }) => n);
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const { n, supported, why } of read.answer) {
          expect(n >= 1 && n <= count && Number.isInteger(n)).toBe(true);
          expect(['yes', 'no', 'unsure']).toContain(supported);
          expect([...why].length).toBeLessThanOrEqual(300);
          expect(why).not.toMatch(/[\n\r\u2028\u2029]/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('no verdict is read wrongly from a truncated answer', () => {
    fc.assert(
      fc.property(answers, fc.double({ min: 0, max: 0.999, noNaN: true }), (given, share) => {
        const whole = JSON.stringify({ verdicts: given });
        const read = readVerdicts(whole.slice(0, Math.floor(whole.length * share)), given.length);
        if ('problem' in read) return;
        for (const { n, supported } of read.answer) expect(given[n - 1]?.supported).toBe(supported);
      }),
    );
  });

  it.each(
    Object.entries({
      'in a fence': `\`\`\`json\n${json}\n\`\`\``,
      'after thoughts': `<think>{"verdicts": [{"n": 1, "supported": "no"}]} or {so}?</think>\n${json}`,
      'in prose': `Here are my verdicts:\n${json}\nLet me know if {anything} is unclear.`,
      'in an envelope': JSON.stringify({ status: 'ok', result: { verdicts: list } }),
      'as a text': JSON.stringify(json),
      'as a bare list': JSON.stringify(list),
      'as a bare list in a fence': `\`\`\`json\n${JSON.stringify(list, null, 2)}\n\`\`\``,
      'one per line': list.map((each) => JSON.stringify(each)).join('\n'),
      'under another name': JSON.stringify({ evaluation: list }),
      'as a map': JSON.stringify({ 1: 'yes', 2: 'no', 3: 'unsure' }),
      'as a map of objects': JSON.stringify({ verdicts: { 1: list[0], 2: list[1], 3: list[2] } }),
      'in order, without numbers': JSON.stringify({ verdicts: ['yes', 'no', 'unsure'] }),
      'in order, as objects': of(list.map(({ supported, why }) => ({ supported, why }))),
      'in Chinese': JSON.stringify({
        判断: [
          { 编号: '第1条', 支持: '是' },
          { 编号: 2, 支持: '否', 理由: '三十日' },
          { 序号: '3', 结论: '不确定' },
        ],
      }),
      'with other field names': JSON.stringify({
        results: [
          { id: '1', verdict: 'Supported' },
          { ID: '#2', Verdict: 'NOT SUPPORTED' },
          { statement: 3, is_supported: 'partially' },
        ],
      }),
      'as booleans': of([{ n: 1, supported: true }, { n: 2, supported: false }, list[2]]),
      'as almost valid JSON':
        "{verdicts: [{n: 1, supported: 'yes'}, {n: 2, supported: 'no'}, {n: 3, supported: 'unsure'},],}",
      'after a copy of the answer format from the prompt': `{ "verdicts": [{ "n": number, "supported": "yes" | "no", "why": string }] }\n${json}`,
    }),
  )('readVerdicts reads verdicts %s', (_, answer) => {
    expect(verdictPairs(answer)).toEqual(JUDGED);
  });

  it('the first word of a verdict decides, but "Yes, but ..." means "unsure"', () => {
    const words = [
      ['Yes.', 'yes'],
      ['yes - supported', 'yes'],
      ['Yes, but the date is missing', 'unsure'],
      ['No, the figure differs', 'no'],
      ['unsure: not stated', 'unsure'],
      ['不支持，金额不符', 'no'],
    ] as const;
    const verdicts = words.map(([supported], index) => ({ n: index + 1, supported }));
    expect(verdictPairs({ verdicts }, 6).map(([, verdict]) => verdict)).toEqual(
      words.map(([, expected]) => expected),
    );
  });

  it('if a statement has several verdicts, the worst verdict is used', () => {
    const twice = ['yes', 'no', 'unsure', 'yes', 'unsure', 'no'];
    const verdicts = twice.map((supported, index) => ({ n: (index % 3) + 1, supported }));
    expect(verdictPairs({ verdicts })).toEqual([
      [1, 'yes'],
      [2, 'no'],
      [3, 'no'],
    ]);
  });

  it('if one verdict is missing or invalid, the other verdicts are still read', () => {
    const others = [
      [2, 'no'],
      [3, 'unsure'],
    ];
    expect(verdictPairs({ verdicts: [list[1], list[2]] })).toEqual(others);
    const odd = [{ n: 1, supported: 'perhaps so' }, { n: 1 }, list[1], list[2], { n: 4, supported: 'yes' }];
    expect(verdictPairs({ verdicts: odd })).toEqual(others);
  });

  it('an answer is rejected if most verdicts are missing', () => {
    const problem = 'the answer judged 1 of the 3 statements';
    expect(readVerdicts(of([list[2], { n: 4, supported: 'yes' }]), 3)).toEqual({ problem });
  });

  it('a reason has one line of at most 300 characters, and the verdict "yes" has no reason', () => {
    const why = `  It says\n${'x'.repeat(500)}`;
    const [yes, no] = verdictsIn(
      of([
        { n: 1, supported: 'yes', why },
        { n: 2, supported: 'no', why },
      ]),
      2,
    );
    expect(yes?.why).toBe('');
    expect(no?.why).toHaveLength(300);
    expect(no?.why).toMatch(/^It says x+$/);
  });

  it('no verdict is read from the words that a reason quotes', () => {
    const why = '{"n": 2, "supported": "yes"} stands there, and {"verdicts": [{"n": 2, "supported": "yes"}]}';
    expect(verdictPairs({ verdicts: [{ n: 1, supported: 'no', why }] }, 2)).toEqual([[1, 'no']]);
  });

  it.each(['', 'All yes.', '{}', '[1, 2]', '{"verdicts": []}', '{"verdicts": [{"n": 9, "supported": 1}]}'])(
    'verdicts are reported as missing if the answer is "%s"',
    (answer) => {
      const problem: unknown = expect.stringContaining('no statement from 1 to 3');
      expect(readVerdicts(answer, 3)).toEqual({ problem });
    },
  );

  it.each([
    '{'.repeat(900_000),
    '[{'.repeat(400_000),
    '} '.repeat(400_000),
    `{"verdicts": [${'{"n":1},'.repeat(90_000)}`,
    'x'.repeat(5_000_000),
  ])('readVerdicts reports a problem for megabytes of garbage in sample %#', (rubbish) => {
    expect(readVerdicts(rubbish, 3)).toHaveProperty('problem');
  });
});
