import { format } from '../../i18n/messages';
import { allNoteMessages } from '../../i18n/note/messages';
import { lazily } from '../../lazily';
import { headingOf, partKeys, type PartKey } from '../parts';
import { readLine } from './line';

const names = lazily(
  (): ReadonlyMap<string, PartKey> =>
    new Map(
      allNoteMessages.flatMap((messages) =>
        partKeys.flatMap((key) => (key === 'footer' ? [] : [[headingOf(key, messages), key] as const])),
      ),
    ),
);

/** Returns the section whose heading has this level and these words; null when there is none. */
export function sectionNamed(level: number, words: string): PartKey | null {
  return names().get(`${'#'.repeat(level)} ${words}`) ?? null;
}

/**
 * Generated lines that only state that something is missing, or what kind of note it is. Users have no reason
 * to write such lines.
 */
const remarks = lazily(() =>
  allNoteMessages.flatMap(({ note }) => [
    ...[note.noTags, note.noSummary, note.noActions, note.noPoints].map((words) => `*${words}*`),
    ...[note.offline, note.pending, note.pendingUnread, note.failed].map((words) => `**${words}**`),
    ...[note.notAllRead, note.machineTalk, note.secondReadingLacks, note.thinSummary].map(
      (words) => `**${words}**`,
    ),
  ]),
);

/** Returns whether a line begins with such a remark. A reason may follow. */
export function isRemark(line: string): boolean {
  return remarks().some((words) => line.startsWith(words));
}

/** Returns whether a line states that a section has no items. */
export function isEmptyMark(line: string): boolean {
  return line.startsWith('*') && !line.startsWith('**') && isRemark(line);
}

const tableHeads = lazily(
  () =>
    new Set(
      allNoteMessages.map(
        ({ note }) => readLine(`| ${note.factName} | ${note.factValue} | ${note.factSource} |`).core,
      ),
    ),
);

/** Returns whether a line is the head of a generated table of facts. Users have no reason to write it. */
export function isFactsHead(line: string): boolean {
  return tableHeads().has(readLine(line).core);
}

const footers = lazily(() =>
  allNoteMessages.flatMap(({ note }) => {
    const model = '\u0000';
    const [before = '', after = ''] = format(note.madeBy, { plugin: 'PDF Inbox', model }).split(model);
    const alone = format(note.madeByPluginAlone, { plugin: 'PDF Inbox' });
    return [
      { before: `*${before}`, after: `${after}*` },
      { before: `*${alone}*`, after: '' },
    ];
  }),
);

/** Returns whether this is the note's last line, which names the plugin and the model. */
export function isFooter(line: string): boolean {
  const text = line.trim();
  return footers().some(({ before, after }) => text.startsWith(before) && text.endsWith(after));
}
