import { cleanLine } from '../clean';
import type { DocumentType, Draft, DraftFact } from '../llm/draft';
import { isSameProperty, type FieldType, type OwnField } from '../llm/own-field';
import { dateOrderOf, findDates, type DateOrder } from '../text/dates';
import { isCurrency } from '../text/lexicon/units';
import { findQuantities } from '../text/numbers';
import type { Digest, Fact, Unverified } from './digest';
import { currencyIn } from './fact-properties';
import type { FieldValues } from './fields';
import { comparable } from './passages/quotes';

/**
 * Maximum length of a property's text or list entry, in UTF-16 units. A longer text is a whole clause and not
 * a value.
 */
const longestText = 300;
const mostEntries = 30;

/** Returns the fields that the user wants from documents of this kind. */
export function fieldsFor(fields: readonly OwnField[], kind: DocumentType): readonly OwnField[] {
  return fields.filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind));
}

/**
 * Returns the draft without the values of fields that the user does not want from this kind of document. The
 * text of the document may have made the model add such values.
 */
export function withWantedFields(draft: Draft, fields: readonly OwnField[]): Draft {
  const { fields: answered = [], ...rest } = draft;
  const wanted = fieldsFor(fields, draft.doc_type);
  const values = answered.flatMap((each): DraftFact[] => {
    const field = wanted.find(({ name }) => isSameProperty(name, each.name));
    return field === undefined ? [] : [{ ...each, name: field.name }];
  });
  return values.length === 0 ? rest : { ...rest, fields: values };
}

/**
 * Adds the confirmed values of the user's own fields to the digest, as properties and as key facts. If the
 * document states no clear value of a field's type, the field gets no property, and its values are listed
 * under "To be verified".
 */
export function withOwnFields(digest: Digest, fields: readonly OwnField[]): Digest {
  const { fields: stated = [], facts } = digest;
  const order = dateOrderOf(digest.language, currencyIn(facts));
  const properties: Record<string, FieldValues[FieldType]> = {};
  const rows: Fact[] = [];
  const doubtful: Unverified[] = [];
  for (const { name, type } of fields) {
    const own = stated.filter((fact) => fact.name === name);
    if (own.length === 0) continue;
    const values = own.map(({ value }) => value);
    const value = inType[type](values, order);
    if (value === undefined) doubtful.push(...own.map((fact) => unclear(fact, type)));
    else {
      properties[name] = value;
      const shown = type === 'list' ? own : own.slice(0, 1);
      rows.push(...shown.filter((fact) => !facts.some((known) => isSameFact(known, fact))));
    }
  }
  if (rows.length + doubtful.length + Object.keys(properties).length === 0) return digest;
  return {
    ...digest,
    facts: [...facts, ...rows],
    unverified: [...digest.unverified, ...doubtful],
    ownProperties: properties,
  };
}

function unclear({ name, value, citations }: Fact, type: FieldType): Unverified {
  return { text: `${name}: ${value}`, citations, section: 'fields', doubt: { kind: 'no-value', type } };
}

function isSameFact(one: Fact, other: Fact): boolean {
  return isSameProperty(one.name, other.name) && comparable(one.value) === comparable(other.value);
}

type InType<Type extends FieldType> = (
  values: readonly string[],
  order: DateOrder,
) => FieldValues[Type] | undefined;

/**
 * Converts the values that a document states for one field to the type of the field. Undefined when there is
 * no clear value. If there are several texts, the first is used. Several different numbers or dates are not a
 * clear value.
 */
const inType: { readonly [Type in FieldType]: InType<Type> } = {
  text: ([first = '']) => entry(first),
  number: (values) => {
    const number = Number(only(values.flatMap(numbersIn)));
    return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : undefined;
  },
  date: (values, order) => {
    const dates = values.flatMap((value) => findDates(value, order));
    return dates.every(({ precision }) => precision === 'day')
      ? only(dates.map(({ value }) => value))
      : undefined;
  },
  list: (values) => {
    const entries = values.flatMap(entriesOf).flatMap((each) => entry(each) ?? []);
    return entries.length === 0 ? undefined : [...new Set(entries)].slice(0, mostEntries);
  },
};

function entry(text: string): string | undefined {
  const line = cleanLine(text, longestText + 1).trim();
  return line === '' || line.length > longestText ? undefined : line;
}

/** Returns the only text of a list; undefined when the list has different texts or is empty. */
function only(texts: readonly string[]): string | undefined {
  const [first, second] = [...new Set(texts)];
  return second === undefined ? first : undefined;
}

/** Returns the numbers of a value, but none for an identifier such as `A-17`. */
function numbersIn(value: string): readonly string[] {
  const all = findQuantities(value);
  const isPartOfName = all.some(
    ({ at, unit }) => !isCurrency(unit) && /[a-z][-_/.]?$/i.test(value.slice(0, at)),
  );
  return isPartOfName ? [] : all.map(({ value: number }) => number);
}

/**
 * Splits a list at semicolons, at `、` and at line breaks. A list without any of these is split at commas,
 * except inside of a number or before a legal form (`Ltd`).
 */
function entriesOf(value: string): readonly string[] {
  const parts = value.split(/[;\uff1b\u3001\n]/u);
  return parts.length > 1 ? parts : value.split(/\uff0c|,\s+(?!(?:inc|ltd|llc|llp|corp|co|gmbh|plc)\b)/iu);
}
