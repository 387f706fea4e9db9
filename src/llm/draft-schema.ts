import * as v from 'valibot';
import type { Draft, DraftAction, DraftDue, DraftFact, DraftStatement } from './draft';

/**
 * The form of the model's answer, twice: as JSON Schema for endpoints that hold a model to it, and as the reader of
 * what comes back. The reader is lenient where nothing can be lost or made up by it (a number where text belongs, refs
 * as text, a missing list, one item without its list) and refuses the rest.
 */

const DOCUMENT_TYPES = ['contract', 'invoice', 'paper', 'report', 'letter', 'manual', 'other'] as const;
const DUE_KINDS = ['absolute', 'relative', 'recurring', 'none'] as const;

/** Bounds of what one answer may hold; far above what the prompt asks for. What is beyond is dropped. */
const MAX_ITEMS = 200;
const MAX_REFS = 40;
const MAX_CHARACTERS = 4_000;
/** The widest span `[3-9]` that is read as single numbers. */
const MAX_SPAN = 20;

const text = v.pipe(
  v.union([v.string(), v.number(), v.boolean(), v.null()]),
  v.transform((value) => (value === null ? '' : String(value).slice(0, MAX_CHARACTERS).trim())),
);
const optionalText = v.optional(text, '');

/** Sentence numbers out of `3`, `"3"`, `"[3]"`, `"3, 4"`, `"3-5"`, in their order, each once; `2.5` is none. */
export function readRefs(value: unknown): readonly number[] {
  const found = new Set<number>();
  for (const one of Array.isArray(value) ? value : [value]) {
    if (typeof one === 'number') found.add(one);
    else if (typeof one === 'string') for (const ref of refsInText(one)) found.add(ref);
  }
  return [...found].filter((ref) => Number.isSafeInteger(ref) && ref > 0).slice(0, MAX_REFS);
}

function refsInText(value: string): readonly number[] {
  const refs: number[] = [];
  for (const [, from, to] of value.slice(0, MAX_CHARACTERS).matchAll(/\d+(?:\.\d+)+|\d{10,}|(\d+)(?:\s*[-–~]\s*\[?(\d{1,9})(?!\.?\d))?/g)) {
    if (from === undefined) continue;
    const first = Number(from);
    const last = to === undefined ? first : Number(to);
    if (last < first || last - first > MAX_SPAN) refs.push(first, last);
    else for (let ref = first; ref <= last; ref += 1) refs.push(ref);
  }
  return refs;
}

const refs = v.optional(v.pipe(v.unknown(), v.transform(readRefs)), []);

/** Words that stand where a list is asked for and say that it is empty. */
const NOTHING =
  /^[\s"'([（【{<]*(?:none|nil|null|n\/?a|nothing|empty|not applicable|no (?:actions?|tasks?|to-?dos?)(?: items?)?(?: (?:are |were )?(?:found|needed|required|identified|listed))?|(?:无|無|空|没有|沒有|暂无|不适用)(?:相关|任何|明确|具体)?的?(?:待办|行动|任务)?(?:事项|项)?)[\s.。!"')\]）】}>]*$/iu;
const BLANK = /^[\s/—–-]*$/u;

function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return [...(value as readonly unknown[])];
  return value === null || value === false || (typeof value === 'string' && (BLANK.test(value) || NOTHING.test(value))) ? [] : [value];
}

/** A list; one item standing alone counts as a list of one, and items that say nothing are dropped. */
function listOf<T>(item: v.GenericSchema<unknown, T>, says: (value: T) => boolean): v.GenericSchema<unknown, readonly T[]> {
  return v.pipe(
    v.optional(v.nullable(v.unknown()), null),
    v.transform(asList),
    v.array(item),
    v.transform((items) => items.filter(says).slice(0, MAX_ITEMS)),
  );
}

/** A bare text is a statement without refs: it will not be verified, and is not lost either. */
const statement: v.GenericSchema<unknown, DraftStatement> = v.union([
  v.pipe(v.string(), v.transform((bare) => ({ text: bare.slice(0, MAX_CHARACTERS).trim(), refs: [] }))),
  v.object({ text, refs }),
]);

const NO_DUE: DraftDue = { kind: 'none', text: '', date: '' };
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

const due: v.GenericSchema<unknown, DraftDue> = v.union([
  v.pipe(v.nullish(v.literal('')), v.transform(() => NO_DUE)),
  v.pipe(
    v.string(),
    v.transform((bare): DraftDue => {
      const words = bare.slice(0, MAX_CHARACTERS).trim();
      return ISO_DATE.test(words) ? { kind: 'absolute', text: words, date: words } : { ...NO_DUE, text: words };
    }),
  ),
  v.object({
    kind: v.fallback(v.picklist(DUE_KINDS), 'none'),
    text: optionalText,
    date: v.pipe(optionalText, v.transform((date) => (ISO_DATE.test(date) ? date : ''))),
  }),
]);

const action: v.GenericSchema<unknown, DraftAction> = v.union([
  v.pipe(
    v.string(),
    v.transform((bare) => ({ text: bare.slice(0, MAX_CHARACTERS).trim(), owner: '', quote: '', refs: [], due: NO_DUE })),
  ),
  v.object({ text, owner: optionalText, quote: optionalText, refs, due: v.optional(due, NO_DUE) }),
]);

const fact: v.GenericSchema<unknown, DraftFact> = v.object({ name: text, value: text, quote: optionalText, refs });

const tags = v.pipe(
  v.optional(v.nullable(v.union([v.string(), v.array(text)])), null),
  v.transform((value) => (typeof value === 'string' ? value.split(/[,，、;；\s]+/) : value ?? [])),
  v.transform((list) => list.map((tag) => tag.replace(/^#+/, '').trim()).filter((tag) => tag !== '').slice(0, MAX_ITEMS)),
);

const saysText = (item: DraftStatement): boolean => item.text !== '';
const saysTask = (item: DraftAction): boolean => saysText(item) && (item.quote !== '' || !NOTHING.test(item.text));

/** An object that is no task has none in it: `{}`, `{ "none": true }`. */
function withoutLone(value: unknown): unknown {
  return typeof value === 'object' && !Array.isArray(value) && value !== null && !('text' in value) ? [] : value;
}

const draftSchema: v.GenericSchema<unknown, Draft> = v.pipe(
  v.object({
    title: optionalText,
    doc_type: v.fallback(v.picklist(DOCUMENT_TYPES), 'other'),
    language: v.pipe(optionalText, v.transform((tag) => (/^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/.test(tag) ? tag.replaceAll('_', '-') : 'und'))),
    tags,
    summary: listOf(statement, saysText),
    actions: v.pipe(v.optional(v.unknown(), null), v.transform(withoutLone), listOf(action, saysTask)),
    points: listOf(statement, saysText),
    facts: listOf(fact, (item) => item.name !== '' && item.value !== ''),
  }),
  v.check(
    (draft) => draft.summary.length + draft.actions.length + draft.points.length + draft.facts.length > 0,
    'summary, actions, points and facts are all empty',
  ),
);

/** The draft in a parsed JSON value, or what does not fit, in words the model can act on. */
export function readDraft(value: unknown): { readonly draft: Draft } | { readonly problem: string } {
  const read = v.safeParse(draftSchema, value, { abortEarly: false });
  if (read.success) return { draft: read.output };
  const problems = read.issues.slice(0, 5).map((issue) => {
    const path = v.getDotPath(issue);
    return path === null ? issue.message : `${path}: ${issue.message}`;
  });
  return { problem: problems.join('; ').slice(0, 600) };
}

const stringType = { type: 'string' } as const;
const refsType = { type: 'array', items: { type: 'integer' } } as const;

/** An object in strict mode: every property required, no other allowed. */
function strictObject(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function strictList(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { type: 'array', items: strictObject(properties) };
}

/** JSON Schema of the answer, in the subset that strict modes take. */
export const DRAFT_JSON_SCHEMA: Readonly<Record<string, unknown>> = strictObject({
  title: stringType,
  doc_type: { type: 'string', enum: [...DOCUMENT_TYPES] },
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
});
