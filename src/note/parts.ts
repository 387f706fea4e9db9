import type { NoteMessages } from '../i18n/messages';

/** The parts of the digest, in the order of the note. Each has a placeholder in templates. */
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
  /** The level of the heading; 0 for no heading, {@link CALLOUT} for a callout. */
  readonly level: number;
  /** This name must never change, because the hashes in the property `pdf_digest` depend on it. */
  readonly hashed: string;
  /** An older placeholder, which users' templates may still contain. */
  readonly formerPlaceholder?: string;
}

/** Level of a callout. Markdown headings have the levels 1 to 6. */
const CALLOUT = 7;

/** The words of the headings are in {@link NoteMessages}, under the same keys. */
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

/** Replaces an older placeholder by the key of its part. */
export function currentPlaceholder(name: string): string {
  const parts: Readonly<Record<string, NotePart>> = PARTS;
  return Object.keys(parts).find((key) => parts[key]?.formerPlaceholder === name) ?? name;
}

/** Writes the heading of a part as Markdown. */
export function headingOf(key: Exclude<PartKey, 'footer'>, { note }: NoteMessages): string {
  return `${'#'.repeat(PARTS[key].level)} ${note[key]}`;
}
