import type { DraftFact } from '../../llm/draft';
import { isSameProperty, type OwnField } from '../../llm/own-field';
import type { DigestInput } from '../digest-document';
import { HEADING, nextLabel, trimValue } from './fact-labels';
import { unitsOf, type Unit } from './units';

/** Maximum length of a value in UTF-16 units. A longer text is a clause and not a value. */
const LONGEST_VALUE = 120;
/** Maximum number of values of one field. */
const MOST_VALUES = 4;

/**
 * Returns the values of each field. The labels of a field are the parts of its description (`ask`) between
 * commas. A value follows a label in the document (`label: value`, or a table row of two cells). If no label
 * has a value, the facts whose name is a label are taken. If there is no such fact, the name of the field is
 * used as the label.
 */
export function labelledFields(
  { sentences }: DigestInput,
  fields: readonly OwnField[],
  facts: readonly DraftFact[],
): DraftFact[] {
  const units = unitsOf(sentences);
  return fields.flatMap((field) => {
    const fromDescription = field.ask.split(/[,;|\uff0c\uff1b\u3001]/u);
    const found = [fromDescription, [field.name]].flatMap((labels) => [
      valuesOf(field, labels, units),
      namedFacts(field, labels, facts),
    ]);
    return (found.find((values) => values.length > 0) ?? []).slice(0, MOST_VALUES);
  });
}

function namedFacts(field: OwnField, labels: readonly string[], facts: readonly DraftFact[]): DraftFact[] {
  return facts
    .filter(({ name }) => labels.some((label) => isSameProperty(label, name)))
    .map((fact) => ({ ...fact, name: field.name }));
}

function valuesOf(field: OwnField, labels: readonly string[], units: readonly Unit[]): DraftFact[] {
  const words = labels.map(labelPattern).filter((each) => each !== '');
  if (words.length === 0) return [];
  const end = field.type === 'list' ? '\\t\\u3002' : ';\\t\\uff1b\\u3002';
  const label = new RegExp(
    [
      `(?:^|[\\s;,(|\\uff1b\\uff0c\\u3001\\uff08])(?:${words.join('|')})`,
      '(?:\\s?[(\\uff08][^()\\uff08\\uff09]{1,20}[)\\uff09])?',
      `\\s*(?:[:\\uff1a]|\\t)\\s*([^${end}]+)`,
    ].join(''),
    'giu',
  );
  return units.flatMap(({ text, numbers }): DraftFact[] => {
    // In a row of more than two cells, the cell after the label may be another heading and not the value.
    if (text.split('\t').length > 2) return [];
    return Array.from(text.matchAll(label), ([quote, value = '']) => ({
      value: isLabel(value) ? '' : trimValue(nextLabel(value, label)),
      quote,
    }))
      .filter(({ value }) => isValue(value))
      .map(({ value, quote }) => {
        const upTo = quote.slice(0, quote.indexOf(value) + value.length).trim();
        return { name: field.name, value, quote: upTo, refs: numbers };
      });
  });
}

/** Returns a regular expression in which spaces between words and between Chinese characters are optional. */
function labelPattern(label: string): string {
  const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return label
    .trim()
    .split(/\s+|(?=\p{Script=Han})/u)
    .map(escaped)
    .join('\\s*');
}

function isValue(value: string): boolean {
  return value.length <= LONGEST_VALUE && /[\p{L}\p{N}]/u.test(value) && !/__|\uff3f/u.test(value);
}

/** Returns whether a text is another label, as in the lines for signatures and in the head of a table. */
function isLabel(text: string): boolean {
  const bare = text.replace(/[(\uff08][^()\uff08\uff09]*[)\uff09]/gu, '').trim();
  return /[:\uff1a]$/u.test(bare) || HEADING.test(bare);
}
