import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/llm/answer';
import type { Draft } from '../../../src/llm/draft';
import { DRAFT_JSON_SCHEMA, readRefs } from '../../../src/llm/draft-schema';
import { findObject } from '../../../src/llm/json-in-text';
import { digestOf, numberedLines } from '../../endpoint/digest-of';
import { CONTRACT } from './setup';

const DRAFT = digestOf(numberedLines(CONTRACT));

function draftIn(answer: string): Draft {
  const read = readAnswer(answer);
  if ('problem' in read) throw new Error(read.problem);
  return read.draft;
}

function problemIn(answer: string): string {
  const read = readAnswer(answer);
  if ('draft' in read) throw new Error('it was read');
  return read.problem;
}

const words = fc.string({ unit: 'grapheme', maxLength: 30 }).map((word) => word.trim());
const someText = words.filter((word) => word !== '');
const refs = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 5 });
const drafts: fc.Arbitrary<Draft> = fc.record({
  title: words,
  doc_type: fc.constantFrom('contract', 'invoice', 'paper', 'report', 'letter', 'manual', 'other'),
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
  it('reads back every draft, whatever its texts hold', () => {
    fc.assert(fc.property(drafts, (draft) => {
      expect(draftIn(JSON.stringify(draft))).toEqual(draft);
    }));
  });

  it('finds it in a fence, behind thoughts, in prose, between padding', () => {
    const around = fc.constantFrom<readonly [string, string]>(
      ['```json\n', '\n```'],
      ['<think>{"title": 1} or {2}?</think>\n', ''],
      ['so {it} is\n</think>', ''],
      ['Here it is:\n\n', '\n\nAnything {else}?'],
      ['\n\n \n', '\n\n'],
      ['', '\n{"title": "second"}'],
    );
    fc.assert(fc.property(drafts, around, (draft, [before, after]) => {
      expect(draftIn(before + JSON.stringify(draft, null, 2) + after)).toEqual(draft);
    }));
  });

  it('never throws, and never reads an answer that was cut off as whole', () => {
    fc.assert(fc.property(drafts, fc.double({ min: 0, max: 0.999, noNaN: true }), (draft, share) => {
      const whole = JSON.stringify(draft);
      const read = readAnswer(whole.slice(0, Math.floor(whole.length * share)));
      if ('draft' in read) expect(read.draft).toEqual(draft);
    }));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (rubbish) => {
      readAnswer(rubbish);
    }));
    fc.assert(fc.property(fc.json(), (json) => {
      readAnswer(json);
    }));
  });

  it.each([
    '<think>'.repeat(300_000),
    '</think>'.repeat(300_000),
    '{'.repeat(1_000_000),
    '{"a":'.repeat(200_000),
    '}'.repeat(1_000_000),
    `{"a": "${'{'.repeat(1_000_000)}`,
  ])('reads megabytes of rubbish to the end: %#', (rubbish) => {
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
  ])('tells what is wrong with %s', (answer, problem) => {
    expect(problemIn(answer)).toContain(problem);
  });

  it('repairs near-JSON', () => {
    const near = `{ // a digest
      title: 'Lease', "summary": [{"text": "Rent is due.", "refs": [1,],},], }`;
    expect(draftIn(near)).toMatchObject({ title: 'Lease', summary: [{ text: 'Rent is due.', refs: [1] }] });
  });

  it('repairs quotes that were not escaped', () => {
    const answer = JSON.stringify(DRAFT).replace('技术服务合同', '所谓"技术"服务合同');
    expect(draftIn(answer).actions).toEqual(DRAFT.actions);
  });

  it('is lenient where nothing is lost', () => {
    const answer = {
      title: 12,
      doc_type: 'lease',
      language: '中文',
      tags: '#合同, 付款',
      summary: 'One sentence.',
      actions: [{ text: 'Pay', refs: '[3]', due: '2026-03-15', priority: 'high' }, { text: 'Sign', due: null }, ''],
      points: [{ text: 'A point', refs: ['4', 5, '6-8'] }],
      facts: [{ name: 'Amount', value: 12000, refs: 9 }, { name: 'Nothing', value: null }],
      extra: { x: 1 },
    };
    expect(draftIn(JSON.stringify(answer))).toEqual({
      title: '12',
      doc_type: 'other',
      language: 'und',
      tags: ['合同', '付款'],
      summary: [{ text: 'One sentence.', refs: [] }],
      actions: [
        { text: 'Pay', owner: '', quote: '', refs: [3], due: { kind: 'absolute', text: '2026-03-15', date: '2026-03-15' } },
        { text: 'Sign', owner: '', quote: '', refs: [], due: { kind: 'none', text: '', date: '' } },
      ],
      points: [{ text: 'A point', refs: [4, 5, 6, 7, 8] }],
      facts: [{ name: 'Amount', value: '12000', quote: '', refs: [9] }],
    });
  });

  it.each(['none', 'None.', '无', '', null, 'N/A', '暂无待办事项', 'no action items', '-', false, {}, { none: true }, ['none'], [{ text: '无', owner: '', quote: '' }]])(
    'takes %j where tasks belong for none',
    (actions) => {
      expect(draftIn(JSON.stringify({ summary: [{ text: 'One.', refs: [1] }], actions })).actions).toEqual([]);
    },
  );

  it.each<[unknown, readonly number[]]>([
    ['2.5', []],
    [2.5, []],
    [['2.5', 3], [3]],
    ['1.2, 4', [4]],
    ['2-2.5', [2]],
    ['3.', [3]],
    ['[7], [9]', [7, 9]],
    ['12345678901', []],
  ])('reads the references %j', (refs, numbers) => {
    expect(draftIn(JSON.stringify({ points: [{ text: 'A point', refs }] })).points[0]?.refs).toEqual(numbers);
  });

  it('takes only a full date for a date', () => {
    const due = { kind: 'absolute', text: 'next spring', date: 'spring 2026' };
    expect(draftIn(JSON.stringify({ actions: [{ text: 'x', due }] })).actions[0]?.due).toEqual({ ...due, date: '' });
  });

  it('bounds what one answer may hold', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ text: 'x'.repeat(5000), refs: Array.from({ length: 100 }, () => index + 1) }));
    const { summary } = draftIn(JSON.stringify({ summary: many }));
    expect(summary).toHaveLength(200);
    expect(summary[0]?.text).toHaveLength(4000);
  });
});

describe('readRefs', () => {
  it.each<[unknown, number[]]>([
    [[1, 2, 2], [1, 2]],
    ['[12], [14]', [12, 14]],
    ['第3句', [3]],
    [['s7', null, {}], [7]],
    ['1-1000', [1, 1000]],
    ['9-7', [9, 7]],
    [[0, -1, 1.5, Number.MAX_VALUE], []],
    [null, []],
  ])('%j → %j', (value, expected) => {
    expect(readRefs(value)).toEqual(expected);
  });
});

describe('findObject', () => {
  it('takes the first object that stands whole', () => {
    expect(findObject('see {} and {"a": {"b": "}"}} and {"c": 1}')).toEqual({ a: { b: '}' } });
  });
});

describe('the JSON Schema', () => {
  it('is strict at every level: all properties required, no others', () => {
    const check = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if ('type' in schema && schema.type === 'object' && 'properties' in schema && typeof schema.properties === 'object') {
        expect(schema).toMatchObject({ additionalProperties: false, required: Object.keys(schema.properties ?? {}) });
      }
      Object.values(schema).forEach(check);
    };
    check(DRAFT_JSON_SCHEMA);
    expect(Object.keys(DRAFT_JSON_SCHEMA['properties'] ?? {})).toEqual(Object.keys(DRAFT));
  });
});
