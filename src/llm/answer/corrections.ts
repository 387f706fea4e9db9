import * as v from 'valibot';
import type { Correction } from '../model';
import { readRefs } from './draft-refs';
import { numberedItems, readNumber, type ItemNames } from './numbered-items';
import type { ReadResult } from './read-result';
import { integerType, refsType, strictList, strictObject, stringType } from './strict-schema';
import { asRecord } from '../record';

const MAX_CHARACTERS = 4_000;

const NAMES: ItemNames = {
  lists: [
    'corrections',
    'correction',
    'corrected',
    'results',
    'answers',
    'statements',
    'list',
    '修正',
    '更正',
    '结果',
  ],
  fields: {
    n: ['number', 'id', 'no', 'index', 'statementnumber', 'item', '编号', '序号', '陈述编号'],
    text: [
      'correction',
      'corrected',
      'correctedtext',
      'statement',
      'content',
      'rewording',
      '文本',
      '内容',
      '陈述',
      '修正',
      '更正',
    ],
    owner: ['who', 'responsible', 'assignee', '负责人', '责任人', '责任方', '负责方'],
    due: ['by', 'deadline', 'duedate', '截止日期', '截止时间', '期限'],
    refs: ['ref', 'references', 'citations', 'lines', '引用', '依据', '行号', '来源'],
  },
  main: 'text',
};

/** To drop a statement, a model should write an empty text. These are the words that models write instead. */
const DROPPED =
  /^[\s"'([（【<]*(?:drop(?:ped)?|removed?|deleted?|none|null|n\/?a|empty|删去|删除|无|空)[\s.。"')\]）】>]*$/iu;
/** The label that the prompt puts before each statement. Models may repeat it. */
const LABEL = /^\s*(?:\d{1,4}\.\s+)?(?:\((?:fact|to-do)\)\s*)?/i;
/** The separator that the prompt writes before the owner (`who:`) and the deadline (`by:`) of a to-do. */
const PARTS = /\s[—–-]{1,2}\s(?=(?:who|by):)/i;

const text = v.pipe(
  v.union([v.string(), v.number(), v.null()]),
  v.transform((value) => (value === null ? '' : String(value).slice(0, MAX_CHARACTERS).trim())),
);
const optionalText = v.fallback(v.optional(text, ''), '');

/** Accepts a text, or an object with `text` (the form of a deadline in a draft). */
const due = v.pipe(
  v.unknown(),
  v.transform((value) => asRecord(value)?.['text'] ?? value),
  optionalText,
);

const correctionSchema: v.GenericSchema<unknown, Correction> = v.pipe(
  v.object({
    n: v.pipe(v.unknown(), v.transform(readNumber), v.number()),
    text,
    owner: optionalText,
    due: v.optional(due),
    refs: v.optional(v.pipe(v.unknown(), v.transform(readRefs)), []),
  }),
  v.transform(({ due: by = '', ...correction }) => plain({ ...correction, due: by })),
);

/** Removes the labels and separators that the prompt puts around a statement. */
function plain({ text: rawText, owner, due: by, ...others }: Correction): Correction {
  const [first = '', ...parts] = rawText.split(PARTS);
  const words = first.replace(LABEL, '').trim();
  if (DROPPED.test(words)) return { ...others, text: '', owner: '', due: '' };
  const part = (name: string): string => {
    const found = parts.find((each) => each.toLowerCase().startsWith(name)) ?? '';
    return found.slice(name.length).trim();
  };
  return { ...others, text: words, owner: owner || part('who:'), due: by || part('by:') };
}

/** JSON Schema of an answer with corrections. */
export const CORRECTIONS_JSON_SCHEMA = strictObject({
  corrections: strictList({
    n: integerType,
    text: stringType,
    owner: stringType,
    due: stringType,
    refs: refsType,
  }),
});

/**
 * Returns the corrections in a model's answer, sorted by the number of their statement. If a statement has
 * two corrections, the first is used. Never throws.
 * @param count number of statements in the request
 */
export function readCorrections(content: string, count: number): ReadResult<readonly Correction[]> {
  const byNumber = new Map<number, Correction>();
  for (const item of numberedItems(content, count, NAMES)) {
    const read = v.safeParse(correctionSchema, item);
    if (!read.success || read.output.n < 1 || read.output.n > count || byNumber.has(read.output.n)) continue;
    byNumber.set(read.output.n, read.output);
  }
  if (byNumber.size === 0) return { problem: `the answer corrected no statement from 1 to ${count}` };
  return { answer: [...byNumber.values()].sort((one, other) => one.n - other.n) };
}
