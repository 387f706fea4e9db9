import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../../src/i18n/messages';
import type { Digest } from '../../../../src/digest/digest';
import { mergeNote } from '../../../../src/note/merge';
import { renderNote } from '../../../../src/note/render';
import { contract, contractDigest, layout, portsFor } from '../sample';

const messages = messagesFor('en');

function render(digest: Partial<Digest> = {}, pdfName = contract.pdfName): string {
  return renderNote(
    { ...contract, pdfName, digest: { ...contractDigest, ...digest } },
    layout,
    messages,
    portsFor(pdfName),
  );
}

const note = render();
const [pay] = contractDigest.actions;
if (!pay) throw new Error('The sample has no actions.');
const fewer = render({
  actions: [pay],
  summary: [{ text: 'Said anew.', citations: [{ page: 1, sentences: [1] }] }],
});
const nothing = render({ actions: [], points: [] });

function count(text: string, line: string): number {
  return text.split(/\r?\n/).filter((other) => other === line).length;
}

describe('frontmatter of other programs', () => {
  it.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['spaces after the delimiter lines', (text: string) => text.replace(/^---$/gm, '---  ')],
  ])('frontmatter with %s is still recognised', (_, change) => {
    const { text } = mergeNote(change(note), fewer);
    expect(count(text.replace('\uFEFF', ''), 'type: pdf')).toBe(1);
    expect(text).toContain('Said anew.');
    expect(text.startsWith('\uFEFF')).toBe(change(note).startsWith('\uFEFF'));
  });

  it('a merge keeps the comments and unknown properties in the frontmatter', () => {
    const mine = note
      .replace('pdf_state: complete', 'pdf_state: complete # as of today\n\n# own comment')
      .replace('pdf_model: qwen-plus', 'pdf_model: >-\n  qwen-\n  plus\nown: 1');
    const { text } = mergeNote(mine, fewer);
    expect(text).toContain('pdf_state: complete # as of today\n\n# own comment\n');
    expect(text).toContain('pdf_model: qwen-plus\nown: 1\n');
  });

  it('a merge keeps all text if the frontmatter ends with `...`', () => {
    const open = note.replace(/\n---\n\n# /, '\n...\n\n# ');
    const kept = mergeNote(open, note).text;
    expect(open.split('\n').filter((line) => /^[-|>] ?\S/.test(line) && !kept.includes(line))).toEqual([]);
  });
});

it('after the PDF was renamed outside the app, a merge updates the links', () => {
  const mine = note.replace('- [ ] 甲方: ', '* [x] 甲方: ').replace('status: inbox', 'status: done');
  const { text, conflicts } = mergeNote(mine, render({}, '新名.pdf'));
  expect(conflicts).toEqual([]);
  expect(text).toBe(mine.replaceAll('合同.pdf', '新名.pdf'));
  const own = mine.replace('source_file: "[[合同.pdf]]"', 'source_file: contract, on paper');
  expect(mergeNote(own, render({}, '新名.pdf')).text).toContain('source_file: contract, on paper\n');
});

it.each([
  ['up', (text: string) => text.replace(/^#(#+ )/gm, '$1')],
  ['down', (text: string) => text.replace(/^#+ /gm, '#$&')],
])('a merge recognises sections whose headings were moved %s by one level', (_, change) => {
  const mine = change(note);
  expect(mergeNote(mine, note)).toEqual({ text: mine, conflicts: [] });
  const { text } = mergeNote(mine, fewer);
  const headings = (of: string): readonly string[] => of.split('\n').filter((line) => /^#+ /.test(line));
  expect(headings(text)).toEqual(headings(mine));
  expect(text).toContain('Said anew.');
  expect(text.match(/^- \[ \] /gm)).toHaveLength(1);
  const added = mergeNote(change(render({ facts: [] })), note).text;
  expect(headings(added)).toEqual(headings(mine));
});

it("a merge keeps the user's section even if it has the name of a generated section", () => {
  const mine = note.replace('# PDF digest', '## Summary\n\nMy own summary.\n\n# PDF digest');
  expect(mergeNote(mine, fewer).text).toContain('## Summary\n\nMy own summary.\n\n# PDF digest');
});

it('a merge does not restore a deleted section that would be empty', () => {
  const mine = note.replace(/### Action items\n[\s\S]*?(?=### Key points)/, '');
  const { text } = mergeNote(mine, nothing);
  expect(text).not.toContain('Action items');
  expect(text).toContain('### Key points\n\n*No key points were found.*');
});

it('if only one line of the note ends with CRLF, a merge writes LF everywhere', () => {
  const mine = note.replace('- [ ] 甲方: ', 'pasted\r\n- [ ] 甲方: ');
  expect(mergeNote(mine, note).text).toBe(mine.replace('\r\n', '\n'));
});

it('a merge finishes in time even if the note has very long lines', () => {
  const long = 20_000;
  const lines = [
    'x' + ' '.repeat(long) + 'y',
    '[['.repeat(long),
    '['.repeat(long),
    ' ^a'.repeat(long),
    ' %%'.repeat(long),
    `# ${' '.repeat(long)}b`,
    `# a${' #'.repeat(long)} b`,
  ];
  const mine = note
    .replace(
      '### Action items\n',
      `### Action items\n\n${lines.map((line) => `- ${line}\n${line}`).join('\n')}\n`,
    )
    .replace('status: inbox', `status: inbox\nkey${' '.repeat(long)}x`);
  expect(mergeNote(mine, fewer).text).toContain('Said anew.');
});
