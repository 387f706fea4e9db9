import { documentTypes } from '../llm/draft';
import { ownFieldTypes, type OwnField } from '../llm/own-field';
import { asRecord } from '../llm/record';
import { writtenOnce } from '../note/merge/property-hashes';
import { line, listOf, oneOf, type Check } from './checks';

/**
 * Maximum number of own fields, which are values that the user wants the model to find. Each field makes
 * every request longer.
 */
const most = 40;

/**
 * The start of the names of the plugin's own properties, including properties that a later version may add.
 */
const pluginPrefix = 'pdf_';

/**
 * Other names that a field must not have: the properties of a new note, properties with a meaning for the
 * app, and words that YAML does not read as text.
 */
const reserved: ReadonlySet<string> = new Set([
  ...writtenOnce,
  ...'tag alias aliases cssclass cssclasses publish permalink description image cover'.split(' '),
  ...'position true false null yes no on off y n'.split(' '),
]);

/** @param name in lower case */
function isReserved(name: string): boolean {
  return name.startsWith(pluginPrefix) || reserved.has(name);
}

/** Accepts a property name that begins with a letter. Signs with a meaning in YAML are not allowed. */
const propertyName = line(1, 60, /^\p{L}[\p{L}\p{M}\p{N} _/().-]*$/u);

const kinds = listOf(oneOf(documentTypes), documentTypes.length);

const all = listOf((value): OwnField | undefined => {
  const record = asRecord(value);
  const name = propertyName(record?.['name']);
  const type = oneOf(ownFieldTypes)(record?.['type']);
  const ask = line(0, 300)(record?.['ask'] ?? '');
  const only = kinds(record?.['kinds'] ?? []);
  return name === undefined || type === undefined || ask === undefined || only === undefined
    ? undefined
    : { name, type, ask, kinds: only };
}, most);

/**
 * Accepts a list of the user's own fields if no name occurs twice and no name is reserved. Upper and lower
 * case make no difference, as in the app.
 */
export const ownFields: Check<readonly OwnField[]> = (value) => {
  const fields = all(value);
  const names = new Set(fields?.map(({ name }) => name.toLowerCase()));
  return names.size === fields?.length && [...names].every((name) => !isReserved(name)) ? fields : undefined;
};
