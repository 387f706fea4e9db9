import type { NoteMessages } from '../i18n/note/messages';

/** The generated parts of a note, in their order. */
export const partKeys = [
  'title', 'digest', 'tags', 'summary', 'actions', 'points', 'facts', 'unverified', 'archive', 'footer',
] as const;

export type PartKey = (typeof partKeys)[number];

/** The parts that are made of the digest, and have a placeholder each. */
export type DigestPart = 'tags' | 'summary' | 'actions' | 'points' | 'facts' | 'unverified';

interface NotePart {
  /** Level of its heading; 0 for none. */
  readonly level: number;
  /** Its name in the hashes that notes keep of their lines (`pdf_digest`). It must never change. */
  readonly hashed: string;
  /** Another name that its placeholder has in templates of users. */
  readonly formerPlaceholder?: string;
}

/**
 * Everything that is to be known of a part. Its heading's words stand under its key in the messages of notes, its
 * renderer in `sections.ts`, which only the document worker needs.
 */
export const PARTS = {
  title: { level: 1, hashed: 'head' },
  digest: { level: 2, hashed: 'digest' },
  tags: { level: 3, hashed: 'tags' },
  summary: { level: 3, hashed: 'summary' },
  actions: { level: 3, hashed: 'actions', formerPlaceholder: 'tasks' },
  points: { level: 3, hashed: 'points' },
  facts: { level: 3, hashed: 'facts' },
  unverified: { level: 3, hashed: 'toVerify' },
  archive: { level: 2, hashed: 'original' },
  footer: { level: 0, hashed: 'footer' },
} as const satisfies Readonly<Record<PartKey, NotePart>>;

export const digestParts: readonly DigestPart[] = ['tags', 'summary', 'actions', 'points', 'facts', 'unverified'];

/** The key of a part by the name that its placeholder had before; any other name stays as it is. */
export function currentPlaceholder(name: string): string {
  const parts: Readonly<Record<string, NotePart>> = PARTS;
  return Object.keys(parts).find((key) => parts[key]?.formerPlaceholder === name) ?? name;
}

/** The heading of a part as a line of Markdown. */
export function headingOf(key: Exclude<PartKey, 'footer'>, { note }: NoteMessages): string {
  return `${'#'.repeat(PARTS[key].level)} ${note[key]}`;
}
