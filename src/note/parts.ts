import type { Digest } from '../digest/digest';
import type { NoteMessages } from '../i18n/note/messages';
import {
  actionsBody, factsBody, pointsBody, summaryBody, tagsBody, unverifiedBody,
  type SectionBody, type SectionContext,
} from './sections';

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
  /** Left out for parts that the digest alone does not make. */
  readonly body?: SectionBody;
}

/** Everything that is to be known of a part. Its heading's words stand under its key in the messages of notes. */
export const PARTS = {
  title: { level: 1, hashed: 'head' },
  digest: { level: 2, hashed: 'digest' },
  tags: { level: 3, hashed: 'tags', body: tagsBody },
  summary: { level: 3, hashed: 'summary', body: summaryBody },
  actions: { level: 3, hashed: 'actions', formerPlaceholder: 'tasks', body: actionsBody },
  points: { level: 3, hashed: 'points', body: pointsBody },
  facts: { level: 3, hashed: 'facts', body: factsBody },
  unverified: { level: 3, hashed: 'toVerify', body: unverifiedBody },
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

/** A part of the digest with its heading; empty when there is nothing of it. */
export function renderPart(key: DigestPart, digest: Digest, context: SectionContext): string {
  const body = PARTS[key].body(digest, context);
  return body === '' ? '' : `${headingOf(key, context.messages)}\n\n${body}`;
}

/** The digest as Markdown, from its heading to its last part; parts apart by a blank line. */
export function renderDigest(digest: Digest, context: SectionContext): string {
  const parts = digestParts.map((key) => renderPart(key, digest, context)).filter((text) => text !== '');
  return [headingOf('digest', context.messages), ...parts].join('\n\n');
}
