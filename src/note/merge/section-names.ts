import { format } from '../../i18n/messages';
import { noteMessagesFor, type NoteMessages } from '../../i18n/note/messages';
import { lazily } from '../../lazily';

/** The parts of a note that are generated, in their order. */
export const sectionKeys = [
  'head',
  'digest',
  'tags',
  'summary',
  'actions',
  'points',
  'facts',
  'toVerify',
  'original',
  'footer',
] as const;

export type SectionKey = (typeof sectionKeys)[number];

/** Level of each section's heading; the footer has none. */
const levels: Readonly<Record<SectionKey, number>> = {
  head: 1,
  digest: 2,
  tags: 3,
  summary: 3,
  actions: 3,
  points: 3,
  facts: 3,
  toVerify: 3,
  original: 2,
  footer: 0,
};

/** A note may have been written in another language than the one the app has now. */
const languages = lazily((): readonly NoteMessages[] => [noteMessagesFor('en'), noteMessagesFor('zh')]);

const names = lazily((): ReadonlyMap<string, SectionKey> => new Map(
  languages().flatMap(({ note }) =>
    sectionKeys
      .filter((key) => key !== 'footer')
      .map((key) => [`${String(levels[key])} ${note[key === 'head' ? 'title' : key]}`, key] as const),
  ),
));

/** The section that a heading of this level and these words opens, or null. */
export function sectionNamed(level: number, words: string): SectionKey | null {
  return names().get(`${String(level)} ${words}`) ?? null;
}

export function levelOf(key: SectionKey): number {
  return levels[key];
}

/** Lines that only say what is missing, or what kind of note it is; the user has no reason to write such a line. */
const statements = lazily(() => languages().flatMap(({ note }) => [
  ...[note.noTags, note.noSummary, note.noActions, note.noPoints].map((words) => `*${words}*`),
  ...[note.offline, note.pending, note.pendingUnread, note.failed].map((words) => `**${words}**`),
  ...[note.notAllRead, note.secondReadingLacks, note.thinSummary].map((words) => `**${words}**`),
]));

/** True for such a line, with whatever reason stands behind it. */
export function isStatement(line: string): boolean {
  return statements().some((words) => line.startsWith(words));
}

export function isEmptyMark(line: string): boolean {
  return line.startsWith('*') && !line.startsWith('**') && isStatement(line);
}

const footers = lazily(() => languages().flatMap(({ note }) => {
  const model = '\u0000';
  const [before = '', after = ''] = format(note.madeBy, { plugin: 'PDF Inbox', model }).split(model);
  const alone = format(note.madeByPluginAlone, { plugin: 'PDF Inbox' });
  return [
    { before: `*${before}`, after: `${after}*` },
    { before: `*${alone}*`, after: '' },
  ];
}));

/** True for the note's last line, which says what made it. */
export function isFooter(line: string): boolean {
  const text = line.trim();
  return footers().some(({ before, after }) => text.startsWith(before) && text.endsWith(after));
}
