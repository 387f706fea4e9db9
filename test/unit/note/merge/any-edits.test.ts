import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { messagesFor } from '../../../../src/i18n/messages';
import type { Digest } from '../../../../src/digest/digest';
import type { ArchiveForm } from '../../../../src/note/content';
import { mergeNote } from '../../../../src/note/merge';
import { hashesOf, olderBlockHashes, writeBase } from '../../../../src/note/merge/base';
import { parseNote } from '../../../../src/note/merge/regions';
import { renderNote } from '../../../../src/note/render';
import { runs } from '../../../runs';
import { contract, layout, portsFor } from '../sample';
import { anyDigest, anyEdit, apply, type Edit, type Marks } from './edits';

const messages = messagesFor('en');
const words = messages.note;
const headings = new Set([
  `# ${words.title}`,
  ...[words.digest, words.archive].map((name) => `## ${name}`),
  ...[words.tags, words.summary, words.actions, words.points, words.facts, words.unverified].map(
    (name) => `### ${name}`,
  ),
]);

/** What an update depends on, besides the digest and the user's edits. */
interface Circumstances {
  readonly pdfName: string;
  /** True when the app noticed that the PDF was renamed, and updated the links of the note. */
  readonly seen: boolean;
  readonly archive: ArchiveForm;
  /** True when a program saved the note with Windows line ends. */
  readonly windows: boolean;
}

const anyCircumstances = fc.record<Circumstances>({
  pdfName: fc.constantFrom('合同.pdf', '合同.pdf', '合同（定稿）.pdf', 'Master agreement.pdf'),
  seen: fc.boolean(),
  archive: fc.constantFrom('callout', 'callout', 'details', 'none'),
  windows: fc.boolean(),
});

function render(digest: Digest, { pdfName, archive }: Circumstances): string {
  return renderNote({ ...contract, pdfName, digest }, { ...layout, archive }, messages, portsFor(pdfName));
}

/**
 * The base (the hashes of the generated lines, see `note/merge/base.ts`) in the first note: written by this
 * version, written by an earlier version, or missing.
 */
type FirstBase = 'current' | 'older' | 'none';

function withBase(note: string, base: FirstBase): string {
  if (base === 'current') return note;
  const older = writeBase(hashesOf(parseNote(note).regions, olderBlockHashes));
  return note.replace(/^pdf_digest: .*\n/m, base === 'none' ? '' : `pdf_digest: ${older}\n`);
}

/** Returns a line without its indent, its tick, and what the user added to it. */
function bare(line: string): string {
  return line.replace(/^ *- (?:(\[).(\] ))?(?:#mine )?/, '- $1$2').replace(/ \^id\d+$/, '');
}

function archivesOf(note: string): readonly string[] {
  return note.match(/^> \[!quote\][\s\S]*?^> ````$|^<details>[\s\S]*?^<\/details>$/gm) ?? [];
}

function expectValid(note: string): void {
  const frontmatter: unknown = parse(/^---\n([\s\S]*?)\n---\n/.exec(note)?.[1] ?? '');
  expect(frontmatter).toMatchObject({ type: 'pdf', pdf_state: 'complete', status: 'inbox' });
  const found = note.split('\n').filter((line) => headings.has(line));
  expect(found).toEqual([...new Set(found)]);
}

/** Returns the statements that occur both as a task and as a key point. */
function inTwoSections(digests: readonly Digest[]): readonly string[] {
  const points = new Set(digests.flatMap((digest) => digest.points.map(({ text }) => text)));
  return digests.flatMap(({ actions }) => actions.map(({ text }) => text)).filter((text) => points.has(text));
}

interface Expected {
  readonly marks: Marks;
  readonly windows: boolean;
  readonly hasBase: boolean;
  /** Statements that may occur twice in the note. */
  readonly twice: readonly string[];
}

/**
 * Checks the archive (the section with the text of the PDF) of a merged note. With a base, the note has only
 * the new archive. Without a base, the old archive can also stay, because the user may have written it.
 */
function expectArchive(
  merged: readonly string[],
  mine: readonly string[],
  fresh: readonly string[],
  hasBase: boolean,
): void {
  if (hasBase) {
    expect(merged).toEqual(fresh);
    return;
  }
  expect(merged).toEqual([...new Set(merged)]);
  expect([...mine, ...fresh]).toEqual(expect.arrayContaining([...merged]));
  expect(merged.length).toBeGreaterThanOrEqual(Math.min(mine.length, fresh.length));
}

function expectMerged(mine: string, fresh: string, { marks, windows, hasBase, twice }: Expected): string {
  const written = mergeNote(windows ? mine.replaceAll('\n', '\r\n') : mine, fresh).text;
  if (windows) expect(written).not.toMatch(/[^\r]\n/);
  const text = written.replaceAll('\r\n', '\n');
  expect([...marks.words, ...marks.ids].filter((word) => !text.includes(word))).toEqual([]);
  const ticked = (note: string): number => note.match(/^ *- \[x\]/gm)?.length ?? 0;
  expect(ticked(text), 'ticks').toBe(ticked(mine));
  const before = mine.split('\n').map(bare);
  const after = text.split('\n').map(bare);
  const now = fresh.split('\n').map(bare);
  for (const line of new Set(now.filter((candidate) => /^(?:- |\| [^-])/.test(candidate)))) {
    const least = twice.some((statement) => line.includes(statement)) ? 2 : 1;
    const most = Math.max(least, ...[before, now].map((all) => all.filter((other) => other === line).length));
    expect(after.filter((other) => other === line).length, line).toBeLessThanOrEqual(most);
  }
  expectValid(text);
  expectArchive(archivesOf(text), archivesOf(mine), archivesOf(fresh), hasBase);
  expect(mergeNote(text, fresh).text, 'merged twice').toBe(text);
  return text;
}

const emptyDigest: Digest = {
  ...{ title: '合同', documentType: 'contract', language: 'zh-CN' },
  ...{ tags: [], summary: [], actions: [], points: [], facts: [], unverified: [] },
  checking: { level: 'twice' },
};
const withArchive = (archive: ArchiveForm): Circumstances => ({
  ...{ pdfName: '合同.pdf', seen: false, windows: false },
  archive,
});

/**
 * A case in which a note without a base gets two archives: the user changed the heading of the first archive,
 * so the update added a second one.
 */
const twoArchives: [Digest, Circumstances, FirstBase, [Edit[], Digest, Circumstances][]] = [
  emptyDigest,
  withArchive('details'),
  'none',
  [
    [[{ kind: 'reword', at: 0.9, words: 'aaaaaa' }], emptyDigest, withArchive('callout')],
    [[], emptyDigest, withArchive('none')],
    [[], emptyDigest, withArchive('callout')],
  ],
];

it('after any edits and digests, a merge loses no edit, duplicates nothing and leaves a valid note', () => {
  fc.assert(
    fc.property(
      anyDigest,
      anyCircumstances,
      fc.constantFrom<FirstBase>('current', 'current', 'older', 'none'),
      fc.array(fc.tuple(fc.array(anyEdit, { maxLength: 6 }), anyDigest, anyCircumstances), {
        minLength: 1,
        maxLength: 4,
      }),
      (first, before, base, rounds) => {
        const marks: Marks = { words: new Set(), ids: new Set() };
        let note = withBase(render(first, before), base);
        const twice = inTwoSections([first, ...rounds.map(([, digest]) => digest)]);
        const hasBase = base !== 'none';
        let { pdfName } = before;
        let number = 0;
        for (const [edits, digest, now] of rounds) {
          for (const edit of edits) note = apply(note, edit, marks, (number += 1));
          if (now.seen) note = note.replaceAll(pdfName, now.pdfName);
          pdfName = now.seen ? now.pdfName : pdfName;
          const { windows } = now;
          note = expectMerged(note, render(digest, now), { marks, windows, hasBase, twice });
        }
      },
    ),
    { numRuns: Number(process.env['EDIT_SEQUENCES'] ?? runs(150, 10_000)), examples: [twoArchives] },
  );
}, 1_800_000);
