import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { messagesFor } from '../../../../src/i18n/messages';
import type { Digest } from '../../../../src/digest/digest';
import { mergeNote } from '../../../../src/note/merge';
import { renderNote } from '../../../../src/note/render';
import { contract, layout, portsFor } from '../sample';
import { anyDigest, anyEdit, apply, type Marks } from './edits';

const ports = portsFor('合同.pdf');
const messages = messagesFor('en');
const words = messages.note;
const headings = new Set([
  `# ${words.title}`,
  ...[words.digest, words.original].map((name) => `## ${name}`),
  ...[words.tags, words.summary, words.actions, words.points, words.facts, words.toVerify].map((name) => `### ${name}`),
]);

function render(digest: Digest): string {
  return renderNote({ ...contract, digest }, layout, messages, ports);
}

function count(text: string, line: string): number {
  return text.split('\n').filter((other) => other === line).length;
}

/** A line without its tick and what stands behind it. */
function bare(line: string): string {
  return line.replace(/^- \[.\]/, '- [ ]').replace(/ \^id\d+$/, '');
}

function archiveOf(note: string): string {
  return note.slice(note.indexOf('> [!quote]'), note.lastIndexOf('> ````'));
}

function expectValid(note: string): void {
  const frontmatter: unknown = parse(/^---\n([\s\S]*?)\n---\n/.exec(note)?.[1] ?? '');
  expect(frontmatter).toMatchObject({ type: 'pdf', pdf_state: 'complete', status: 'inbox' });
  const found = note.split('\n').filter((line) => headings.has(line));
  expect(found).toEqual([...new Set(found)]);
}

function expectMerged(mine: string, fresh: string, marks: Marks): string {
  const { text } = mergeNote(mine, fresh);
  expect([...marks.words, ...marks.ids].filter((word) => !text.includes(word))).toEqual([]);
  const ticked = (note: string): number => note.match(/^- \[x\]/gm)?.length ?? 0;
  expect(ticked(text), 'ticks').toBe(ticked(mine));
  const before = mine.split('\n').map(bare);
  const after = text.split('\n').map(bare);
  for (const line of new Set(fresh.split('\n').filter((candidate) => /^(?:- |\| [^-])/.test(candidate)))) {
    const most = Math.max(1, before.filter((other) => other === line).length, count(fresh, line));
    expect(after.filter((other) => other === line).length, line).toBeLessThanOrEqual(most);
  }
  expectValid(text);
  expect(archiveOf(text)).toBe(archiveOf(fresh));
  expect(mergeNote(text, fresh).text, 'merged twice').toBe(text);
  return text;
}

it('no edit is lost, nothing is doubled, the note stays valid: random sequences of edits and digests', () => {
  fc.assert(
    fc.property(
      anyDigest,
      fc.array(fc.tuple(fc.array(anyEdit, { maxLength: 6 }), anyDigest), { minLength: 1, maxLength: 4 }),
      (first, rounds) => {
        const marks: Marks = { words: new Set(), ids: new Set() };
        let note = render(first);
        let number = 0;
        for (const [edits, digest] of rounds) {
          for (const edit of edits) note = apply(note, edit, marks, (number += 1));
          note = expectMerged(note, render(digest), marks);
        }
      },
    ),
    { numRuns: Number(process.env['EDIT_SEQUENCES'] ?? 150) },
  );
}, 120_000);
