import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notePath } from '../../../src/note/name';

function pathFor(pdfPath: string, { noteFolder = '', existing = [] as readonly string[] } = {}): string {
  const lower = new Set(existing.map((path) => path.toLowerCase()));
  return notePath({ pdfPath, noteFolder, taken: (path) => lower.has(path.toLowerCase()) });
}

describe('notePath', () => {
  it.each([
    ['Inbox/合同.pdf', 'Inbox/合同.md'],
    ['top.PDF', 'top.md'],
    ['a/b/c.d.pdf', 'a/b/c.d.md'],
    ['Inbox/paper.pdf.pdf', 'Inbox/paper.pdf.md'],
    ['Inbox/a#b [1] ^x | "q" \'s.pdf', 'Inbox/a#b [1] ^x | "q" \'s.md'],
    ['Inbox/📄 emoji.pdf', 'Inbox/📄 emoji.md'],
    ['Inbox/re\u0301sume\u0301.pdf', 'Inbox/résumé.md'],
    ['Inbox/no\u00A0break.pdf', 'Inbox/no break.md'],
    ['Inbox/a:b\\c.pdf', 'Inbox/a-b-c.md'],
    ['Inbox/ .pdf', 'Inbox/PDF.md'],
    ['Inbox/pay \u{1F4C5} 2031-01-01.pdf', 'Inbox/pay  2031-01-01.md'],
    ['Inbox/<% x %> (@2031-01-01).pdf', 'Inbox/< % x % > ( @2031-01-01).md'],
    ['Inbox/pay `INPUT[x]` #now.pdf', "Inbox/pay 'INPUT[x]' #now.md"],
    ['Inbox/abc\u202Efdp.exe.pdf', 'Inbox/abcfdp.exe.md'],
    ['Inbox/\u2800\u3164.pdf', 'Inbox/PDF.md'],
  ])('notePath places the note of %s beside the PDF', (pdf, note) => {
    expect(pathFor(pdf)).toBe(note);
  });

  it('notePath places the note in the note folder if a note folder is set', () => {
    expect(pathFor('Inbox/sub/合同.pdf', { noteFolder: 'Notes/PDF' })).toBe('Notes/PDF/合同.md');
    expect(pathFor('Inbox/合同.pdf', { noteFolder: '/' })).toBe('合同.md');
  });

  it('notePath adds a number to a taken name and ignores the case of letters', () => {
    const existing = ['Inbox/PAPER.md', 'Inbox/paper 2.MD', 'Notes/paper 3.md'];
    expect(pathFor('Inbox/Paper.pdf', { existing })).toBe('Inbox/Paper 3.md');
  });

  it('notePath shortens long names for file systems without splitting a character', () => {
    const unit = fc.constantFrom('a', '中', '😀', 'é', ' ', '.');
    const pdfName = fc
      .array(unit, { minLength: 80, maxLength: 250 })
      .map((parts) => `x${parts.join('')}y.pdf`);
    fc.assert(
      fc.property(pdfName, (name) => {
        const first = pathFor(name);
        const second = pathFor(name, { existing: [first] });
        for (const note of [first, second]) {
          expect(new TextEncoder().encode(note).length).toBeLessThanOrEqual(255);
          expect(note).not.toMatch(/\p{Surrogate}|\s\.md$/u);
        }
        expect(second).not.toBe(first);
        expect(name.startsWith(first.slice(0, -'.md'.length))).toBe(true);
      }),
    );
  });

  it('notePath keeps a name of 200 characters whole', () => {
    expect(pathFor(`${'n'.repeat(200)}.pdf`)).toBe(`${'n'.repeat(200)}.md`);
  });
});
