import * as v from 'valibot';
import { DRAFT_NAMES, DUE_NAMES, FACT_NAMES, STATEMENT_NAMES, withNames, type Names } from './draft-names';
import { readRefs, withoutRepeatedRefs, withTrailingRefs } from './draft-refs';
import { refsType, strictList, strictObject, stringType, type JsonSchema } from './strict-schema';
import { asRecord } from '../record';
import { readDocumentType } from './document-types';
import type { OwnField } from '../own-field';
import {
  documentTypes,
  type Draft,
  type DraftAction,
  type DraftDue,
  type DraftFact,
  type DraftStatement,
} from '../draft';

/**
 * Defines the form of the model's answer: as JSON Schema for endpoints that enforce it, and as the parser of
 * answers. The parser accepts only deviations that do not change the content, such as one item instead of a
 * list or other names of fields.
 */

const DUE_KINDS = ['absolute', 'relative', 'recurring', 'none'] as const;

/**
 * Maximum number of items of a list, far above the number that the prompt requests. Further items are
 * dropped.
 */
const MAX_ITEMS = 200;
/**
 * Maximum length of a text in characters, far above the length that the prompt requests. Longer texts are
 * cut.
 */
const MAX_CHARACTERS = 4_000;

const text = v.pipe(
  v.union([v.string(), v.number(), v.boolean(), v.null()]),
  v.transform((value) => (value === null ? '' : String(value).slice(0, MAX_CHARACTERS).trim())),
);
const optionalText = v.optional(text, '');
const textOrTexts = v.union([
  text,
  v.pipe(
    v.array(text),
    v.transform((texts) => texts.join(', ').slice(0, MAX_CHARACTERS)),
  ),
]);

function named<T>(names: Names, fields: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T> {
  return v.pipe(v.unknown(), v.transform(withNames(names)), fields);
}

const refs = v.optional(v.pipe(v.unknown(), v.transform(readRefs)), []);

/** Words that models write instead of an empty list. */
const NOTHING =
  /^[\s"'([（【{<]*(?:none|nil|null|n\/?a|nothing|empty|not applicable|no (?:actions?|tasks?|to-?dos?)(?: items?)?(?: (?:are |were )?(?:found|needed|required|identified|listed))?|(?:无|無|空|没有|沒有|暂无|不适用)(?:相关|任何|明确|具体)?的?(?:待办|行动|任务)?(?:事项|项)?)[\s.。!"')\]）】}>]*$/iu;
const BLANK = /^[\s/—–-]*$/u;

function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.filter((item) => item !== null);
  return value === null ||
    value === false ||
    (typeof value === 'string' && (BLANK.test(value) || NOTHING.test(value)))
    ? []
    : [value];
}

/** Accepts facts as a list, as a map from names to values, or as lines `name: value`. */
function factList(value: unknown): unknown[] {
  const record = asRecord(value);
  const isMap =
    record !== null &&
    !('name' in record) &&
    Object.values(record).every((each) => typeof each === 'string' || typeof each === 'number');
  return (isMap ? Object.entries(record).map(([name, each]) => ({ name, value: each })) : asList(value)).map(
    factOfLine,
  );
}

function factOfLine(item: unknown): unknown {
  if (typeof item !== 'string') return item;
  const { text: line, refs: cited } = withTrailingRefs(item);
  const [, name, value] = /^([^:：]{1,80})[:：]\s*(.+)$/s.exec(line) ?? [];
  return name === undefined ? { name: '', value: line, refs: cited } : { name, value, refs: cited };
}

/** Accepts a list, or a single item as a list of one. Drops items without content. */
function listOf<T>(
  item: v.GenericSchema<unknown, T>,
  isUsable: (value: T) => boolean,
  toList = asList,
): v.GenericSchema<unknown, readonly T[]> {
  return v.pipe(
    v.optional(v.nullable(v.unknown()), null),
    v.transform(toList),
    v.array(item),
    v.transform((items) => items.filter(isUsable).slice(0, MAX_ITEMS)),
  );
}

/** Accepts an object or a bare text. The numbers cited at the end of a text become its references. */
const statement: v.GenericSchema<unknown, DraftStatement> = v.union([
  v.pipe(
    v.string(),
    v.transform((bare) => withTrailingRefs(bare.slice(0, MAX_CHARACTERS))),
  ),
  v.pipe(named(STATEMENT_NAMES, v.object({ text, refs })), v.transform(withoutRepeatedRefs<DraftStatement>)),
]);

const NO_DUE: DraftDue = { kind: 'none', text: '', date: '' };

/** Converts a full numeric date to YYYY-MM-DD; returns an empty string for any other text. */
function isoDate(words: string): string {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日|T[\d:.Z+-]*)?$/.exec(words) ?? [];
  return year === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const due: v.GenericSchema<unknown, DraftDue> = v.union([
  v.pipe(
    v.nullish(v.literal('')),
    v.transform(() => NO_DUE),
  ),
  v.pipe(
    v.union([v.string(), v.number()]),
    v.transform((bare): DraftDue => {
      const words = String(bare).slice(0, MAX_CHARACTERS).trim();
      const date = isoDate(words);
      return date === '' ? { ...NO_DUE, text: words } : { kind: 'absolute', text: words, date };
    }),
  ),
  named(
    DUE_NAMES,
    v.object({
      kind: v.fallback(v.picklist(DUE_KINDS), 'none'),
      text: optionalText,
      date: v.pipe(optionalText, v.transform(isoDate)),
    }),
  ),
]);

const action: v.GenericSchema<unknown, DraftAction> = v.union([
  v.pipe(
    v.string(),
    v.transform((bare) => ({
      ...withTrailingRefs(bare.slice(0, MAX_CHARACTERS)),
      owner: '',
      quote: '',
      due: NO_DUE,
    })),
  ),
  v.pipe(
    named(
      STATEMENT_NAMES,
      v.object({
        text,
        owner: v.optional(textOrTexts, ''),
        quote: optionalText,
        refs,
        due: v.optional(due, NO_DUE),
      }),
    ),
    v.transform(withoutRepeatedRefs<DraftAction>),
  ),
]);

const fact: v.GenericSchema<unknown, DraftFact> = named(
  FACT_NAMES,
  v.object({ name: text, value: textOrTexts, quote: optionalText, refs }),
);

/** Accepts a value of an own field. The entries of a list are joined in the form that the prompt requests. */
const field: v.GenericSchema<unknown, DraftFact> = v.pipe(
  v.unknown(),
  v.transform((item) => {
    const record = asRecord(item);
    const value = record?.['value'];
    return Array.isArray(value) ? { ...record, value: value.map(String).join('; ') } : item;
  }),
  fact,
);

const tags = v.pipe(
  v.optional(
    v.nullable(
      v.union([
        v.string(),
        v.array(
          v.union([
            text,
            v.pipe(
              named({ text: ['name', 'tag', '标签', '名称'] }, v.object({ text })),
              v.transform((tag) => tag.text),
            ),
          ]),
        ),
      ]),
    ),
    null,
  ),
  v.transform((value) => (typeof value === 'string' ? value.split(/[,，、;；\s]+/) : (value ?? []))),
  v.transform((list) =>
    list
      .map((tag) => tag.replace(/^[#\s]+|\s*[([{（【].*$/gs, '').trim())
      .filter((tag) => tag !== '' && !isSentence(tag))
      .slice(0, MAX_ITEMS),
  ),
);

/** Longest tag, in characters. Longer texts are sentences: some models write sentences instead of tags. */
const LONGEST_TAG = 60;

function isSentence(tag: string): boolean {
  return tag.length > LONGEST_TAG || (/[.!?。！？]$/.test(tag) && /\s|\p{Script=Han}{8}/u.test(tag));
}

/** Matches empty texts, and placeholders that models copy from the form in the prompt. */
const PLACEHOLDER = /^(string|text|\.{3}|…|<[^<>]*>)?$/i;

const hasText = (item: DraftStatement): boolean => !PLACEHOLDER.test(item.text);
const hasTask = (item: DraftAction): boolean =>
  hasText(item) && (item.quote !== '' || !NOTHING.test(item.text));

/** Replaces an object that is not a task, such as `{}` or `{ "none": true }`, by an empty list. */
function withoutNonTask(value: unknown): unknown {
  const record = asRecord(withNames(STATEMENT_NAMES)(value));
  return record === null || 'text' in record ? value : [];
}

const draftSchema: v.GenericSchema<unknown, Draft> = v.pipe(
  named(
    DRAFT_NAMES,
    v.object({
      title: optionalText,
      doc_type: v.optional(v.pipe(v.unknown(), v.transform(readDocumentType)), 'other'),
      language: v.pipe(
        optionalText,
        v.transform((tag) =>
          /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/.test(tag) ? tag.replaceAll('_', '-') : 'und',
        ),
      ),
      tags,
      summary: listOf(statement, hasText),
      actions: v.pipe(v.optional(v.unknown(), null), v.transform(withoutNonTask), listOf(action, hasTask)),
      points: listOf(statement, hasText),
      facts: listOf(
        fact,
        (item) => (item.name === '' || !PLACEHOLDER.test(item.name)) && !PLACEHOLDER.test(item.value),
        factList,
      ),
      fields: v.exactOptional(listOf(field, (item) => !PLACEHOLDER.test(item.value), factList)),
    }),
  ),
  v.check(
    (draft) => draft.summary.length + draft.actions.length + draft.points.length + draft.facts.length > 0,
    'summary, actions, points and facts are all empty',
  ),
);

/**
 * Validates a parsed JSON value. Never throws.
 * @returns the draft, or a description of the problems for the model
 */
export function readDraft(value: unknown): { readonly draft: Draft } | { readonly problem: string } {
  const read = v.safeParse(draftSchema, value, { abortEarly: false });
  if (read.success) return { draft: read.output };
  const problems = read.issues.slice(0, 5).map((issue) => {
    const path = v.getDotPath(issue);
    return path === null ? issue.message : `${path}: ${issue.message}`;
  });
  return { problem: problems.join('; ').slice(0, 600) };
}

const draftProperties = {
  title: stringType,
  doc_type: { type: 'string', enum: [...documentTypes] },
  language: stringType,
  tags: { type: 'array', items: stringType },
  summary: strictList({ text: stringType, refs: refsType }),
  actions: strictList({
    text: stringType,
    owner: stringType,
    quote: stringType,
    refs: refsType,
    due: strictObject({ kind: { type: 'string', enum: [...DUE_KINDS] }, text: stringType, date: stringType }),
  }),
  points: strictList({ text: stringType, refs: refsType }),
  facts: strictList({ name: stringType, value: stringType, quote: stringType, refs: refsType }),
} satisfies Readonly<Record<Exclude<keyof Draft, 'fields'>, JsonSchema>>;

const DRAFT_JSON_SCHEMA = strictObject(draftProperties);

/** Returns the JSON Schema of an answer with a draft and with the values of these fields. */
export function draftJsonSchema(fields: readonly Pick<OwnField, 'name'>[] = []): JsonSchema {
  if (fields.length === 0) return DRAFT_JSON_SCHEMA;
  const name = { type: 'string', enum: fields.map((each) => each.name) };
  const values = strictList({ name, value: stringType, quote: stringType, refs: refsType });
  return strictObject({ ...draftProperties, fields: values });
}
