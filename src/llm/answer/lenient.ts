import * as v from 'valibot';
import { withNames, type Names } from './draft-names';
import { readRefs } from './draft-refs';

/**
 * These schemas read the values in an answer. They also accept values that have another form than the prompt
 * requests: a number instead of a text, one item instead of a list, other names of fields.
 */

/**
 * Maximum number of items of a list, far above the number that the prompt requests. Further items are
 * dropped.
 */
export const MAX_ITEMS = 200;
/**
 * Maximum length of a text in characters, far above the length that the prompt requests. Longer texts are
 * cut.
 */
export const MAX_CHARACTERS = 4_000;

export const text = v.pipe(
  v.union([v.string(), v.number(), v.boolean(), v.null()]),
  v.transform((value) => (value === null ? '' : String(value).slice(0, MAX_CHARACTERS).trim())),
);
export const optionalText = v.optional(text, '');
export const textOrTexts = v.union([
  text,
  v.pipe(
    v.array(text),
    v.transform((texts) => texts.join(', ').slice(0, MAX_CHARACTERS)),
  ),
]);

export function named<T>(names: Names, fields: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T> {
  return v.pipe(v.unknown(), v.transform(withNames(names)), fields);
}

export const refs = v.optional(v.pipe(v.unknown(), v.transform(readRefs)), []);

/** Words that models write instead of an empty list. */
export const NOTHING =
  /^[\s"'([（【{<]*(?:none|nil|null|n\/?a|nothing|empty|not applicable|no (?:actions?|tasks?|to-?dos?)(?: items?)?(?: (?:are |were )?(?:found|needed|required|identified|listed))?|(?:无|無|空|没有|沒有|暂无|不适用)(?:相关|任何|明确|具体)?的?(?:待办|行动|任务)?(?:事项|项)?)[\s.。!"')\]）】}>]*$/iu;
const BLANK = /^[\s/—–-]*$/u;

export function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.filter((item) => item !== null);
  return value === null ||
    value === false ||
    (typeof value === 'string' && (BLANK.test(value) || NOTHING.test(value)))
    ? []
    : [value];
}

/** Accepts a list, or a single item as a list of one. Drops items without content. */
export function listOf<T>(
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
