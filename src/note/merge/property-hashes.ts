import { valueLines, type Property } from './property-lines';
import { shortHash } from './short-hash';

/** The property that contains the base: the hashes of what the plugin wrote into the note (see `base.ts`). */
export const baseProperty = 'pdf_digest';

/** The properties that only a new note gets. From then on, they belong to the user. */
export const writtenOnce: readonly string[] = ['created', 'source_file', 'type', 'tags', 'status'];

/** The properties that an update overwrites. */
export const overwritten: readonly string[] = [
  'pdf_state',
  'pdf_pages',
  'pdf_sha256',
  'pdf_model',
  'pdf_tokens',
  'pdf_checked',
  'pdf_to_verify',
  baseProperty,
];

/**
 * Properties without a hash. All other properties of a digest (title, kind, key facts) have one, so that an
 * update replaces them only if the user has not changed them.
 */
const unrecorded: ReadonlySet<string> = new Set([...writtenOnce, ...overwritten]);

/** Returns whether the base has hashes of a property with this name. */
export function isRecorded(name: string | null): name is string {
  return name !== null && !unrecorded.has(name);
}

/**
 * When the user deletes a property, the hash of its name stays in the base, so that no update adds the
 * property again.
 */
export function nameHash(name: string): string {
  return shortHash(`property\n${name}`);
}

/** The hash of a property with its value. The style of the YAML makes no difference. */
export function valueHash(property: Property): string {
  return hashOf(property.name ?? '', valueLines(property).join('\n'));
}

/** Returns the hashes of the properties of a new note. */
export function recordHashes(properties: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(properties)
    .filter(([name]) => isRecorded(name))
    .flatMap(([name, value]) => [nameHash(name), hashOf(name, [value].flat().map(String).join('\n'))]);
}

/** Returns the hashes of the properties of an existing note. */
export function propertyHashes(properties: readonly Property[]): readonly string[] {
  return properties.flatMap((property) =>
    isRecorded(property.name) ? [nameHash(property.name), valueHash(property)] : [],
  );
}

/**
 * Other programs may change the quotation marks and the form of lists in YAML, so the hash depends only on
 * letters, digits and the signs of numbers.
 */
function hashOf(name: string, value: string): string {
  const words = value.replace(/\\(?:u[0-9a-f]{4}|x[0-9a-f]{2})/gi, ' ').match(/-?\.?[\p{L}\p{N}]+/gu) ?? [];
  return shortHash(`property\n${name}\n${words.map((word) => word.replace(/^-(?!\d)/, '')).join(' ')}`);
}
