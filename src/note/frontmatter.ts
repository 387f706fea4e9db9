import type { Checking } from '../digest/digest';
import type { LinkPorts, NoteContent, NoteLayout, NoteState } from './content';
import { cleanLine } from '../clean';
import { cleanTags } from './escape/tag';
import { breakTriggers } from './escape/triggers';
import { pdfLink } from './link';
import { inTypeOf } from './typed-properties';

/** Maximum length of a property's text in UTF-16 units. */
const maxProperty = 1000;
/** Maximum number of tags of a new note. */
const maxConfiguredTags = 50;

/** Returns the properties of a new note, in the order in which they are shown. */
export function noteProperties(
  content: NoteContent,
  layout: NoteLayout,
  ports: LinkPorts,
): Record<string, unknown> {
  return {
    created: localDateTime(content.created),
    source_file: sourceLink(content, ports),
    type: 'pdf',
    ...(content.digest === undefined ? {} : { pdf_kind: content.digest.documentType }),
    ...aliases(content),
    tags: cleanTags([...layout.tags, ...digestTags(content, layout)], maxConfiguredTags),
    status: 'inbox',
    pdf_state: content.state,
    pdf_pages: content.pageCount,
    pdf_sha256: content.sha256,
    ...(content.model === undefined ? {} : { pdf_model: propertyText(content.model) }),
    ...(content.tokens === undefined ? {} : { pdf_tokens: content.tokens }),
    ...(content.digest === undefined ? {} : { pdf_checked: content.digest.checking.level }),
    ...toVerify(content),
    ...(layout.factProperties ? safeProperties(content.digest?.properties ?? {}, layout) : {}),
    ...safeProperties(content.digest?.ownProperties ?? {}, layout),
  };
}

/**
 * Returns the number of items under "To be verified" as a property, so that users can search for notes with
 * such items.
 */
function toVerify({ digest }: NoteContent): { readonly pdf_to_verify?: number } {
  const count = digest?.unverified.length ?? 0;
  return count === 0 ? {} : { pdf_to_verify: count };
}

/** Maximum length of a document's title in its note, in UTF-16 units. */
export const maxTitle = 200;

/**
 * Returns the title of the document as an alias of its note, unless the file name contains the title (only
 * letters and digits are compared).
 */
function aliases({ digest, pdfName }: NoteContent): { readonly aliases?: readonly string[] } {
  const title = propertyText((digest?.title ?? '').replace(/[[\]|#^]/g, ' ').slice(0, maxTitle)).trim();
  const [letters, known] = [title, pdfName.replace(/\.pdf$/i, '')].map(lettersOf);
  return letters === '' || known?.includes(letters ?? '') === true ? {} : { aliases: [title] };
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Prepares a text as the value of a property: one line, without hidden characters, and without triggers (text
 * on which another plugin acts).
 */
function propertyText(text: string): string {
  return breakTriggers(cleanLine(text, maxProperty), ':');
}

function digestTags({ digest }: NoteContent, { digestTags: tags }: NoteLayout): readonly string[] {
  return tags?.inProperty === true ? cleanTags(digest?.tags ?? []) : [];
}

/**
 * Prepares every text in the properties, and converts the values to the types that the vault has set. A value
 * that does not fit its type is left out.
 */
function safeProperties(properties: object, { propertyTypes = {} }: NoteLayout): Record<string, unknown> {
  const value = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(value);
    return typeof one === 'string' ? propertyText(one) : one;
  };
  const typed = Object.entries(properties).map(([name, one]) => [
    name,
    inTypeOf(value(one), propertyTypes[name.toLowerCase()]),
  ]);
  return Object.fromEntries(typed.filter(([, one]) => one !== undefined)) as Record<string, unknown>;
}

/** What {@link readDigestFrontmatter} reads from the properties of a note. */
export interface DigestFrontmatter {
  /** The hash as hexadecimal digits in lower case. */
  readonly sha256: string;
  /** `undefined` when the user changed it to an unknown value. */
  readonly state: NoteState | undefined;
  readonly pages: number | undefined;
  readonly model: string | undefined;
  readonly tokens: number | undefined;
  /**
   * How the statements were checked; `undefined` when there is no digest, and in notes of earlier versions.
   */
  readonly checked: Checking['level'] | undefined;
  /** Normally `[[name.pdf]]`. */
  readonly sourceFile: string | undefined;
  /** True when the note has the property `pdf_digest`; see `merge/base.ts`. */
  readonly signed: boolean;
}

/** Reads the properties of a note; `null` when the plugin has not written the note. */
export function readDigestFrontmatter(frontmatter: unknown): DigestFrontmatter | null {
  if (!isRecord(frontmatter)) return null;
  const sha256 = text(frontmatter['pdf_sha256'])?.trim().toLowerCase();
  if (sha256 === undefined || !/^[0-9a-f]{64}$/.test(sha256)) return null;
  return {
    sha256,
    state: noteState(frontmatter['pdf_state']),
    pages: number(frontmatter['pdf_pages']),
    model: text(frontmatter['pdf_model']),
    tokens: number(frontmatter['pdf_tokens']),
    checked: checkingLevel(frontmatter['pdf_checked']),
    sourceFile: text(frontmatter['source_file']),
    signed: text(frontmatter['pdf_digest'])?.startsWith('v1-') === true,
  };
}

/** Matches characters on which the app or a plugin acts even in a property. */
const activeText = /[\\`$<>{}]|%%|==|\[\[|!\[/;

/**
 * Returns a wikilink to the PDF, because in properties the app follows only wikilinks. If the path cannot be
 * part of a wikilink, returns the plain path. If the app or a plugin would act on the plain path, returns a
 * Markdown link.
 */
function sourceLink(content: NoteContent, ports: LinkPorts): string {
  const link = pdfLink(ports, content.pdfName, '');
  if (link === ports.link('')) return ports.sourceLink ?? link;
  const path = ports.pdfPath ?? content.pdfName;
  if (activeText.test(path) || propertyText(path) !== path) return link;
  return /[#^[\]|]/.test(path) ? path : (ports.sourceLink ?? path);
}

function localDateTime(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [
    String(date.getFullYear()).padStart(4, '0'),
    two(date.getMonth() + 1),
    two(date.getDate()),
  ].join('-');
  return `${day}T${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}

function noteState(value: unknown): NoteState | undefined {
  return value === 'complete' || value === 'offline' || value === 'pending' || value === 'failed'
    ? value
    : undefined;
}

function checkingLevel(value: unknown): Checking['level'] | undefined {
  return value === 'twice' || value === 'facts' ? value : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns true if a note has a model's digest and the second reading of some statements is missing. */
export function lacksSecondReading(note: Pick<DigestFrontmatter, 'state' | 'checked'>): boolean {
  return note.state === 'complete' && note.checked === 'facts';
}
