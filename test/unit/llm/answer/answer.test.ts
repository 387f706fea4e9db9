import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/llm/answer/answer';
import { documentTypes, type Draft } from '../../../../src/llm/draft';
import { readRefs } from '../../../../src/llm/answer/draft-refs';
import { draftJsonSchema } from '../../../../src/llm/answer/draft-schema';
import { objectsIn } from '../../../../src/llm/answer/json-in-text';
import { digestOf, numberedLines } from '../../../endpoint/digest-of';
import { CONTRACT } from '../setup';

const DRAFT = digestOf(numberedLines(CONTRACT));

function draftIn(answer: string): Draft {
  const read = readAnswer(answer);
  if ('problem' in read) throw new Error(read.problem);
  return read.draft;
}

function problemIn(answer: string): string {
  const read = readAnswer(answer);
  if ('draft' in read) throw new Error('The answer was valid, but the test expects a problem.');
  return read.problem;
}

const words = fc.string({ unit: 'grapheme', maxLength: 30 }).map((word) => word.trim());
const someText = words.filter((word) => word !== '');
const refs = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 5 });
const drafts: fc.Arbitrary<Draft> = fc.record({
  title: words,
  doc_type: fc.constantFrom(...documentTypes),
  language: fc.constantFrom('zh-CN', 'en', 'ja'),
  tags: fc.array(fc.constantFrom('合同', 'payment', 'A-1'), { maxLength: 3 }),
  summary: fc.array(fc.record({ text: someText, refs }), { minLength: 1, maxLength: 3 }),
  actions: fc.array(
    fc.record({
      text: someText,
      owner: words,
      quote: words,
      refs,
      due: fc.record({
        kind: fc.constantFrom('absolute', 'relative', 'recurring', 'none'),
        text: words,
        date: fc.constantFrom('', '2026-03-15'),
      }),
    }),
    { maxLength: 3 },
  ),
  points: fc.array(fc.record({ text: someText, refs }), { maxLength: 3 }),
  facts: fc.array(fc.record({ name: someText, value: someText, quote: words, refs }), { maxLength: 3 }),
});

describe('readAnswer', () => {
  it('readAnswer reads every draft, whatever its texts are', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(draftIn(JSON.stringify(draft))).toEqual(draft);
      }),
    );
  });

  it('readAnswer finds the draft in a code block, after thoughts, in prose and between blank lines', () => {
    const around = fc.constantFrom<readonly [string, string]>(
      ['```json\n', '\n```'],
      ['<think>{"title": 1} or {2}?</think>\n', ''],
      ['so {it} is\n</think>', ''],
      ['Here it is:\n\n', '\n\nAnything {else}?'],
      ['\n\n \n', '\n\n'],
      ['', '\n{"title": "second"}'],
    );
    fc.assert(
      fc.property(drafts, around, (draft, [before, after]) => {
        expect(draftIn(before + JSON.stringify(draft, null, 2) + after)).toEqual(draft);
      }),
    );
  });

  it('readAnswer never throws, and never accepts a truncated answer as complete', () => {
    fc.assert(
      fc.property(drafts, fc.double({ min: 0, max: 0.999, noNaN: true }), (draft, share) => {
        const whole = JSON.stringify(draft);
        const read = readAnswer(whole.slice(0, Math.floor(whole.length * share)));
        if ('draft' in read) expect(read.draft).toEqual(draft);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (rubbish) => {
        readAnswer(rubbish);
      }),
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        readAnswer(json);
      }),
    );
  });

  it.each([
    '<think>'.repeat(300_000),
    '</think>'.repeat(300_000),
    '{'.repeat(1_000_000),
    '{"a":'.repeat(200_000),
    '}'.repeat(1_000_000),
    `{"a": "${'{'.repeat(1_000_000)}`,
  ])('readAnswer finds no complete JSON object in the huge garbage text %#', (rubbish) => {
    expect(problemIn(rubbish)).toContain('no complete JSON object');
  });

  it.each([
    ['', 'empty'],
    ['   \n', 'empty'],
    ['I am sorry.', 'no complete JSON object'],
    ['[1, 2]', 'no complete JSON object'],
    ['{"ok": true}', 'all empty'],
    ['{"summary": [], "actions": []}', 'all empty'],
    ['{"summary": [{"text": {"a": 1}}]}', 'summary'],
    ['{"summary": 7}', 'summary'],
  ])('readAnswer describes the problem of the answer "%s"', (answer, problem) => {
    expect(problemIn(answer)).toContain(problem);
  });

  it('readAnswer repairs almost valid JSON', () => {
    const near = `{ // a digest
      title: 'Lease', "summary": [{"text": "Rent is due.", "refs": [1,],},], }`;
    expect(draftIn(near)).toMatchObject({ title: 'Lease', summary: [{ text: 'Rent is due.', refs: [1] }] });
  });

  it('readAnswer repairs unescaped quotation marks', () => {
    const answer = JSON.stringify(DRAFT).replace('技术服务合同', '所谓"技术"服务合同');
    expect(draftIn(answer).actions).toEqual(DRAFT.actions);
  });

  it('readAnswer accepts deviations from the schema that lose no content', () => {
    const answer = {
      title: 12,
      doc_type: 'lease',
      language: '中文',
      tags: '#合同, 付款',
      summary: 'One sentence.',
      actions: [
        { text: 'Pay', refs: '[3]', due: '2026-03-15', priority: 'high' },
        { text: 'Sign', due: null },
        '',
      ],
      points: [{ text: 'A point', refs: ['4', 5, '6-8'] }],
      facts: [
        { name: 'Amount', value: 12000, refs: 9 },
        { name: 'Nothing', value: null },
      ],
      extra: { x: 1 },
    };
    expect(draftIn(JSON.stringify(answer))).toEqual({
      title: '12',
      doc_type: 'contract',
      language: 'und',
      tags: ['合同', '付款'],
      summary: [{ text: 'One sentence.', refs: [] }],
      actions: [
        {
          text: 'Pay',
          owner: '',
          quote: '',
          refs: [3],
          due: { kind: 'absolute', text: '2026-03-15', date: '2026-03-15' },
        },
        { text: 'Sign', owner: '', quote: '', refs: [], due: { kind: 'none', text: '', date: '' } },
      ],
      points: [{ text: 'A point', refs: [4, 5, 6, 7, 8] }],
      facts: [{ name: 'Amount', value: '12000', quote: '', refs: [9] }],
    });
  });

  it.each([
    'none',
    'None.',
    '无',
    '',
    null,
    'N/A',
    '暂无待办事项',
    'no action items',
    '-',
    false,
    {},
    { none: true },
    ['none'],
    [{ text: '无', owner: '', quote: '' }],
  ])('readAnswer reads %j as an empty list of to-dos', (actions) => {
    expect(draftIn(JSON.stringify({ summary: [{ text: 'One.', refs: [1] }], actions })).actions).toEqual([]);
  });

  it.each<[unknown, readonly number[]]>([
    ['2.5', []],
    [2.5, []],
    [['2.5', 3], [3]],
    ['1.2, 4', [4]],
    ['2-2.5', [2]],
    ['3.', [3]],
    ['[7], [9]', [7, 9]],
    ['12345678901', []],
    [
      [{ sentence: 3 }, { start: 5, end: 7 }, { page: 2, sentence: 9 }],
      [3, 5, 6, 7, 9],
    ],
    [{ page: 2, size: 9 }, []],
  ])('readAnswer takes only the numbers of sentences from the references %j', (refs, numbers) => {
    expect(draftIn(JSON.stringify({ points: [{ text: 'A point', refs }] })).points[0]?.refs).toEqual(numbers);
  });

  it.each<[string, unknown, string, readonly number[]]>([
    ['Pay 1,200 USD by March.【2】', undefined, 'Pay 1,200 USD by March.', [2]],
    ['Pay 1,200 USD by March（[2]）', [], 'Pay 1,200 USD by March', [2]],
    ['Pay 1,200 USD by March [2][3].', [2, 3], 'Pay 1,200 USD by March.', [2, 3]],
    ['Pay 1,200 USD by March【4:0†file.pdf】', [], 'Pay 1,200 USD by March', [4]],
    // `readAnswer` keeps these brackets, because they may be part of the document.
    ['Pay as in [12]', [2], 'Pay as in [12]', [2]],
  ])(
    'readAnswer removes only citations from the text %j if the field `refs` is %j',
    (text, refs, words, numbers) => {
      const item = { text: words, refs: numbers };
      expect(draftIn(JSON.stringify({ points: [{ text, refs }] })).points).toEqual([item]);
    },
  );

  it('readAnswer shortens tags, and leaves out a tag that is a sentence', () => {
    const tags = ['service (contract)', '#合同【2】', 'This document is a service agreement.', 'v2.0'];
    expect(draftIn(JSON.stringify({ tags, points: [{ text: 'A point', refs: [1] }] })).tags).toEqual([
      'service',
      '合同',
      'v2.0',
    ]);
  });

  it('readAnswer accepts only a full date', () => {
    const due = { kind: 'absolute', text: 'next spring', date: 'spring 2026' };
    expect(draftIn(JSON.stringify({ actions: [{ text: 'x', due }] })).actions[0]?.due).toEqual({
      ...due,
      date: '',
    });
  });

  it('readAnswer limits the number and the length of the items of an answer', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      text: 'x'.repeat(5000),
      refs: Array.from({ length: 100 }, () => index + 1),
    }));
    const { summary } = draftIn(JSON.stringify({ summary: many }));
    expect(summary).toHaveLength(200);
    expect(summary[0]?.text).toHaveLength(4000);
  });
});

describe('readRefs', () => {
  it.each<[unknown, number[]]>([
    [
      [1, 2, 2],
      [1, 2],
    ],
    ['[12], [14]', [12, 14]],
    ['第3句', [3]],
    [['s7', null, {}], [7]],
    ['S3-S5', [3, 4, 5]],
    ['[S2]～[S3]', [2, 3]],
    [['-5', '99999999999999999999'], []],
    ['1-1000', [1, 1000]],
    ['9-7', [9, 7]],
    [[0, -1, 1.5, Number.MAX_VALUE], []],
    [null, []],
  ])('readRefs reads %j as %j', (value, expected) => {
    expect(readRefs(value)).toEqual(expected);
  });
});

describe('objectsIn', () => {
  it.each<[string, unknown[]]>([
    ['see {} and {"a": {"b": "}"}} and {"c": 1}', [{ a: { b: '}' } }, { b: '}' }, { c: 1 }]],
    ['[{"a": 1}, {"b": 2}, 3]', [{ a: 1 }, { b: 2 }]],
    ['{"result": "{\\"a\\": 1}"}', [{ result: '{"a": 1}' }, { a: 1 }]],
    ['"\\"{\\\\\\"a\\\\\\": 1}\\""', [{ a: 1 }]],
    ['{“a”：“x：，y”，“b”：1}', [{ a: 'x：，y', b: 1 }]],
    ['nothing', []],
  ])('objectsIn finds the objects in the text “%s”', (answer, objects) => {
    const found = [...objectsIn(answer)];
    expect(found).toEqual(expect.arrayContaining(objects));
  });
});

const json = JSON.stringify(DRAFT);
/** The same draft in the different forms in which models return it. */
const WAYS: Readonly<Record<string, string>> = {
  'in a list': `[${json}]`,
  'in an envelope': JSON.stringify({ status: 'ok', result: { digest: DRAFT } }),
  'in a list in an envelope': JSON.stringify({ results: [DRAFT] }),
  'as a text': JSON.stringify(json),
  'as a text in an envelope': JSON.stringify({ output: json }),
  'in the schema': JSON.stringify({ type: 'object', properties: DRAFT, required: ['title'] }),
  'after the schema': `${JSON.stringify({ type: 'object', properties: { title: { type: 'string' }, summary: { type: 'array' } } })}\n${json}`,
  'after an example': `The form is {"title": "...", "summary": [{"text": string, "refs": [number]}]}. Here:\n${json}`,
  'after an object with a thought': `{"thought": "a contract"}\n${json}`,
  'after thoughts without an end': `<think>\n${'What is {x}? '.repeat(100)}\n${json}`,
  'after thoughts in other tags': `[THINK]hm {"title": "?"}[/THINK]${json}`,
  'after Kimi’s thoughts': `◁think▷hm {"title": "?"}◁/think▷${json}`,
  'with Chinese colons and commas': json.replaceAll('":', '"：').replaceAll(',"', '，"'),
  'with an end-of-message token': `${json}<|im_end|>`,
  'with an extra brace': `${json}}`,
  'with single quotes': json.replaceAll('"', "'"),
  'behind a byte order mark': `\ufeff${json}`,
  'with names in capitals': json.replace(/"([a-z_]+)":/g, (_, name: string) => `"${name.toUpperCase()}":`),
};

describe('drafts', () => {
  it.each(Object.keys(WAYS))('a draft %s is read completely', (way) => {
    expect(draftIn(WAYS[way] ?? '')).toEqual(DRAFT);
  });

  it('readAnswer reads a draft whose fields have Chinese names', () => {
    const answer = {
      标题: '合同',
      文档类型: 'contract',
      标签: ['合同'],
      摘要: [{ 内容: '付款。', 引用: [5] }],
      待办事项: [{ 事项: '交付', 负责人: '乙方', 引用: '第4句', 截止日期: '2026年3月5日' }],
      关键信息: [{ 名称: '金额', 值: '12,000元', 依据: [5] }],
    };
    expect(draftIn(JSON.stringify(answer))).toMatchObject({
      title: '合同',
      doc_type: 'contract',
      tags: ['合同'],
      summary: [{ text: '付款。', refs: [5] }],
      actions: [{ text: '交付', owner: '乙方', refs: [4], due: { kind: 'absolute', date: '2026-03-05' } }],
      facts: [{ name: '金额', value: '12,000元', refs: [5] }],
    });
  });

  it('readAnswer accepts objects as tags, texts as key points, and texts or one object as facts', () => {
    const answer = {
      tags: [{ name: '合同' }],
      points: ['须承担责任。 [6][S2-S3]'],
      facts: ['金额：12,000元 [5]'],
      actions: [{ text: 'Sign', owner: ['A', 'B'], due: 'soon' }],
    };
    expect(draftIn(JSON.stringify(answer))).toMatchObject({
      tags: ['合同'],
      points: [{ text: '须承担责任。', refs: [6, 2, 3] }],
      facts: [{ name: '金额', value: '12,000元', refs: [5] }],
      actions: [{ owner: 'A, B' }],
    });
    expect(
      draftIn('{"facts": {"Amount": "12,000", "Term": 10}}').facts.map(({ name, value }) => [name, value]),
    ).toEqual([
      ['Amount', '12,000'],
      ['Term', '10'],
    ]);
  });

  it.each([
    '{"title": string, "summary": [{ "text": string, "refs": [number] }], "points": [{ "text": string, "refs": [number] }] }',
    '{"title": "...", "summary": [{"text": "...", "refs": [1]}], "facts": [{"name": "<name>", "value": "string"}]}',
    JSON.stringify({
      type: 'object',
      properties: { title: { type: 'string' }, summary: { type: 'array', items: {} } },
    }),
  ])('readAnswer reads no draft from an answer that only repeats the format: %s', (echo) => {
    expect(problemIn(echo)).toContain('empty');
  });

  it('readAnswer reads no draft from a truncated answer', () => {
    expect(problemIn(json.slice(0, -1))).toContain('no complete JSON object');
    expect(problemIn(`{"result": ${json.slice(0, json.indexOf('"points"'))}`)).toContain(
      'no complete JSON object',
    );
  });
});

describe('the JSON Schema', () => {
  it('the JSON Schema requires all properties and allows no others, at every level', () => {
    const check = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if (
        'type' in schema &&
        schema.type === 'object' &&
        'properties' in schema &&
        typeof schema.properties === 'object'
      ) {
        expect(schema).toMatchObject({
          additionalProperties: false,
          required: Object.keys(schema.properties ?? {}),
        });
      }
      Object.values(schema).forEach(check);
    };
    check(draftJsonSchema());
    check(draftJsonSchema([{ name: 'deposit' }]));
    expect(Object.keys(draftJsonSchema()['properties'] ?? {})).toEqual(Object.keys(DRAFT));
  });
});
