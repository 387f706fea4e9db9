import { allMessages, format } from '../../i18n/messages';
import { lazily } from '../../lazily';
import { partKeys, PARTS, type PartKey } from '../parts';
import { canonical } from './canonical';
import { readLine } from './line';

/** Some formatters write each word of a heading with a capital, so case is ignored. */
function headingForm(level: number, words: string): string {
  return `${String(level)} ${canonical(words).toLowerCase()}`;
}

const names = lazily(
  (): ReadonlyMap<string, PartKey> =>
    new Map(
      allMessages().flatMap(({ note }) =>
        partKeys.flatMap((key) =>
          key === 'footer' ? [] : [[headingForm(PARTS[key].level, note[key]), key] as const],
        ),
      ),
    ),
);

/** Returns the section with this heading; null when there is none. */
export function sectionNamed(level: number, words: string): PartKey | null {
  return names().get(headingForm(level, words)) ?? null;
}

/**
 * The beginnings of generated lines about missing content ("No tags were found.") or about how the note was
 * made. Users have no reason to write such a line, so every line with such a beginning is taken for a
 * generated line.
 */
const remarks = lazily(() =>
  allMessages()
    .flatMap(({ note }) => [
      ...[note.noTags, note.noSummary, note.noActions, note.noPoints].map((words) => `*${words}*`),
      ...[note.offline, note.pending, note.pendingUnread, note.failed].map((words) => `**${words}**`),
      ...[note.notAllRead, note.machineTalk, note.secondReadingLacks, note.thinSummary].map(
        (words) => `**${words}**`,
      ),
    ])
    .map(canonical),
);

/** Returns whether a line begins with one of the remarks. */
export function isRemark(line: string): boolean {
  const form = canonical(line);
  return remarks().some((words) => form.startsWith(words));
}

/** Returns whether a line states that a section has no items. */
export function isEmptyMark(line: string): boolean {
  return /^[*_](?![*_])/.test(line) && isRemark(line);
}

const tableHeads = lazily(
  () =>
    new Set(
      allMessages().map(
        ({ note }) => readLine(`| ${note.factName} | ${note.factValue} | ${note.factSource} |`).core,
      ),
    ),
);

/** Returns whether a line is the head of a generated table of facts. */
export function isFactsHead(line: string): boolean {
  return tableHeads().has(readLine(line).core);
}

const footers = lazily(() =>
  allMessages().flatMap(({ note }) => {
    const model = '\u0000';
    const made = canonical(`*${format(note.madeBy, { plugin: 'PDF Inbox', model })}*`);
    const [before = '', after = ''] = made.split(model);
    const alone = canonical(`*${format(note.madeByPluginAlone, { plugin: 'PDF Inbox' })}*`);
    return [
      { before, after },
      { before: alone, after: '' },
    ];
  }),
);

/** Returns whether a line is the footer of a note. */
export function isFooter(line: string): boolean {
  const form = canonical(line);
  return footers().some(({ before, after }) => form.startsWith(before) && form.endsWith(after));
}
