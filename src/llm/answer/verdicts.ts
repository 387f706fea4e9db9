import * as v from 'valibot';
import type { Verdict } from '../model';
import type { ReadResult } from './read-result';
import { numberedItems, readNumber, type ItemNames } from './numbered-items';
import { integerType, strictList, strictObject, stringType } from './strict-schema';
import { readSupported, worseOf } from './verdict-words';

/** Longest stored reason, in characters. */
const MAX_WHY = 300;

const NAMES: ItemNames = {
  lists: [
    'verdicts',
    'verdict',
    'results',
    'judgments',
    'judgements',
    'answers',
    'statements',
    'list',
    '判断',
    '结果',
    '结论',
  ],
  fields: {
    n: [
      'number',
      'id',
      'no',
      'index',
      'statement',
      'statementnumber',
      'item',
      '编号',
      '序号',
      '陈述',
      '陈述编号',
    ],
    supported: [
      'verdict',
      'support',
      'issupported',
      'judgment',
      'judgement',
      'result',
      'answer',
      'status',
      'label',
      '支持',
      '是否支持',
      '判断',
      '结论',
      '结果',
    ],
    why: ['reason', 'explanation', 'comment', 'note', 'because', 'rationale', '理由', '原因', '说明'],
  },
  main: 'supported',
};

const oneLine = v.pipe(
  v.unknown(),
  v.transform((value) => (typeof value === 'string' ? value.slice(0, MAX_WHY * 4) : '')),
  v.transform((words) => words.replace(/\s+/g, ' ').trim()),
  v.transform((line) => [...line].slice(0, MAX_WHY).join('')),
);

const verdictSchema: v.GenericSchema<unknown, Verdict> = v.pipe(
  v.object({
    n: v.pipe(v.unknown(), v.transform(readNumber), v.number()),
    supported: v.pipe(v.unknown(), v.transform(readSupported), v.picklist(['yes', 'no', 'unsure'])),
    why: v.optional(oneLine, ''),
  }),
  v.transform((verdict) => (verdict.supported === 'yes' ? { ...verdict, why: '' } : verdict)),
);

/** JSON Schema of an answer with verdicts. */
export const VERDICTS_JSON_SCHEMA = strictObject({
  verdicts: strictList({
    n: integerType,
    supported: { type: 'string', enum: ['yes', 'no', 'unsure'] },
    why: stringType,
  }),
});

/**
 * Parses the answer of the second reader, a model that judges whether statements are supported. Returns the
 * verdicts, sorted by number. If a statement has two verdicts, the worse one is used. Never throws.
 * @param count number of statements in the request
 */
export function readVerdicts(content: string, count: number): ReadResult<readonly Verdict[]> {
  const byNumber = new Map<number, Verdict>();
  for (const item of numberedItems(content, count, NAMES)) {
    const read = v.safeParse(verdictSchema, item);
    if (!read.success || read.output.n < 1 || read.output.n > count) continue;
    const known = byNumber.get(read.output.n);
    byNumber.set(read.output.n, known === undefined ? read.output : worseOf(known, read.output));
  }
  if (byNumber.size === 0) return { problem: `the answer judged no statement from 1 to ${count}` };
  if (byNumber.size * 2 < count) {
    return { problem: `the answer judged ${byNumber.size} of the ${count} statements` };
  }
  return { answer: [...byNumber.values()].sort((one, other) => one.n - other.n) };
}
