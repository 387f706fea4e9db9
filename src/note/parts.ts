import type { NoteMessages } from '../i18n/note/messages';

/**
 * The parts that are rendered from the digest, in the order of the note. Each has a placeholder in templates.
 */
export const digestParts = ['tags', 'summary', 'actions', 'points', 'facts', 'unverified'] as const;

export type DigestPart = (typeof digestParts)[number];

/** The generated parts of a note, in the order of the note. */
export const partKeys = [
  'title',
  'digest',
  'tags',
  'summary',
  'actions',
  'others',
  'points',
  'facts',
  'unverified',
  'archive',
  'footer',
] as const;

export type PartKey = (typeof partKeys)[number];

interface NotePart {
  /** The level of its heading; 0 when it has none, and {@link CALLOUT} for a callout. */
  readonly level: number;
  /** The name of the part with which its lines are hashed (property `pdf_digest`). It must never change. */
  readonly hashed: string;
  /** An older name of its placeholder, which users' templates may still contain. */
  readonly formerPlaceholder?: string;
}

/**
 * The value of `level` for a part whose heading is the first line of a callout. Headings have at most level
 * 6.
 */
const CALLOUT = 7;

/**
 * The properties of each part. The words of a part's heading are in the messages of notes, under the part's
 * key. The renderers are in `sections.ts`, which only the document worker loads.
 */
export const PARTS: Readonly<Record<PartKey, NotePart>> = {
  title: { level: 1, hashed: 'head' },
  digest: { level: 2, hashed: 'digest' },
  tags: { level: 3, hashed: 'tags' },
  summary: { level: 3, hashed: 'summary' },
  actions: { level: 3, hashed: 'actions', formerPlaceholder: 'tasks' },
  others: { level: CALLOUT, hashed: 'others' },
  points: { level: 3, hashed: 'points' },
  facts: { level: 3, hashed: 'facts' },
  unverified: { level: 3, hashed: 'toVerify' },
  archive: { level: 2, hashed: 'original' },
  footer: { level: 0, hashed: 'footer' },
};

/**
 * Returns the key of the part that had this name as its older placeholder. Any other name is returned
 * unchanged.
 */
export function currentPlaceholder(name: string): string {
  const parts: Readonly<Record<string, NotePart>> = PARTS;
  return Object.keys(parts).find((key) => parts[key]?.formerPlaceholder === name) ?? name;
}

/** Writes the heading of a part as a line of Markdown. */
export function headingOf(key: Exclude<PartKey, 'footer'>, { note }: NoteMessages): string {
  return `${'#'.repeat(PARTS[key].level)} ${note[key]}`;
}
