import * as v from 'valibot';
import { asRecord } from '../record';
import { dueKinds, type DraftAction, type DraftDue, type DraftFact, type DraftStatement } from '../draft';
import { DUE_NAMES, FACT_NAMES, STATEMENT_NAMES } from './draft-names';
import { withoutRepeatedRefs, withTrailingRefs } from './draft-refs';
import { asList, MAX_CHARACTERS, named, optionalText, refs, text, textOrTexts } from './lenient';

/**
 * Accepts an object or a bare text. If a text ends with numbers of sentences, such as `[3]`, they become the
 * references of the statement.
 */
export const statement: v.GenericSchema<unknown, DraftStatement> = v.union([
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
      kind: v.fallback(v.picklist(dueKinds), 'none'),
      text: optionalText,
      date: v.pipe(optionalText, v.transform(isoDate)),
    }),
  ),
]);

export const action: v.GenericSchema<unknown, DraftAction> = v.union([
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

export const fact: v.GenericSchema<unknown, DraftFact> = named(
  FACT_NAMES,
  v.object({ name: text, value: textOrTexts, quote: optionalText, refs }),
);

/**
 * Accepts the value of one of the user's own fields. A list is joined with `; `, because the prompt asks for
 * this form.
 */
export const field: v.GenericSchema<unknown, DraftFact> = v.pipe(
  v.unknown(),
  v.transform((item) => {
    const record = asRecord(item);
    const value = record?.['value'];
    return Array.isArray(value) ? { ...record, value: value.map(String).join('; ') } : item;
  }),
  fact,
);

/** Accepts facts as a list, as a map from names to values, or as lines `name: value`. */
export function factList(value: unknown): unknown[] {
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
