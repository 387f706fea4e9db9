import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../../src/i18n/messages';
import { archivedPages } from '../../../../src/note/changes/archived-pages';
import { compareWithNote } from '../../../../src/note/changes/compare-with-note';
import type { NoteContent, NoteLayout } from '../../../../src/note/content';
import { noteParts, wholeNote } from '../../../../src/note/render';
import type { Page, PageKind } from '../../../../src/pdf/document';
import { contract, layout, portsFor } from '../sample';

type Texts = readonly string[];

const ports = portsFor('合同.pdf');

/** Returns the note of a PDF whose pages have these texts. The note contains no pages without text. */
function noteOf(texts: Texts, changed: Partial<NoteLayout> = {}, language = 'zh'): string {
  const archive = texts.flatMap((text, index) => (text.trim() === '' ? [] : [{ page: index + 1, text }]));
  const content: NoteContent = { ...contract, pageCount: texts.length, archive };
  const { properties, body } = noteParts(content, { ...layout, ...changed }, messagesFor(language), ports);
  return wholeNote(ports.yaml(properties), body);
}

function pagesOf(texts: Texts, kind: PageKind = 'text'): Page[] {
  return texts.map((text, index) => {
    const paragraphs = text
      .split('\n')
      .map((line) => ({ kind: 'text' as const, page: index + 1, text: line, source: [] }));
    return { number: index + 1, kind: text === '' ? kind : 'text', width: 1, height: 1, paragraphs };
  });
}

const none = { changed: [], added: [], removed: [], notCompared: [] };

describe('compareWithNote', () => {
  it.each([
    ['callout', 'zh'],
    ['callout', 'en'],
    ['details', 'zh'],
    ['details', 'en'],
  ] as const)(
    'compareWithNote compares page by page for the archive form %s and the language %s',
    (archive, language) => {
      const before = ['第一页 <a & b>\n[[x]] `c` $d$', 'Page two:\n\n\n<% x %>', '', '— p. 9 —\nthree'];
      const note = noteOf(before, { archive }, language);
      expect(compareWithNote(pagesOf(before), note)).toEqual({ ...none, before: 4 });
      const after = [before[0] ?? '', 'Page two: otherwise', 'a new one', '', before[3] ?? ''];
      expect(compareWithNote(pagesOf(after), note)).toMatchObject({ before: 4, removed: [] });
      expect(compareWithNote(pagesOf([...before, 'five']), note)).toEqual({ ...none, before: 4, added: [5] });
    },
  );

  it('compareWithNote detects a changed sign, such as - instead of +', () => {
    const note = noteOf(['a margin of +5 %', 'no']);
    expect(compareWithNote(pagesOf(['a margin of -5 %', 'no']), note)).toMatchObject({ changed: [1] });
  });

  it('compareWithNote skips a scanned page that has no text, but compares a blank page', () => {
    const note = noteOf(['a', 'recognised', 'c']);
    expect(compareWithNote(pagesOf(['a', '', 'c'], 'scan'), note)).toEqual({
      ...none,
      before: 3,
      notCompared: [2],
    });
    expect(compareWithNote(pagesOf(['a', '', 'c'], 'blank'), note)).toEqual({
      ...none,
      before: 3,
      changed: [2],
    });
  });

  it('compareWithNote returns null if the note does not keep the whole text', () => {
    const texts = ['a'.repeat(100), 'b'.repeat(100)];
    for (const archive of ['callout', 'details'] as const) {
      for (const language of ['en', 'zh']) {
        expect(
          compareWithNote(pagesOf(texts), noteOf(texts, { archive, archiveLimit: 150 }, language)),
        ).toBeNull();
      }
    }
    expect(compareWithNote(pagesOf(texts), noteOf(texts, { archive: 'none' }))).toBeNull();
    expect(compareWithNote(pagesOf(texts), noteOf(['', '']))).toBeNull();
    expect(compareWithNote(pagesOf(texts), 'A note that somebody wrote.')).toBeNull();
    // Without page marks, the page of a line is unknown.
    expect(compareWithNote(pagesOf(texts), noteOf(texts).replace(/^> —.*—$/gm, '>'))).toBeNull();
  });

  it('compareWithNote ignores changed line ends, and edits outside of the archive', () => {
    const note = noteOf(['a', 'b']);
    const edited = note.replace('# ', 'My own words\n\n# ').replace(/\n/g, '\r\n');
    expect(compareWithNote(pagesOf(['a', 'b']), edited)).toEqual({ ...none, before: 2 });
    expect(archivedPages(noteOf(['only']))).toEqual(['only']);
  });

  it('compareWithNote finds no change in an unchanged PDF, whatever its text is', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('callout' as const, 'details' as const),
        fc.constantFrom('en', 'zh'),
        (some, archive, language) => {
          const found = compareWithNote(pagesOf(some), noteOf(some, { archive }, language));
          if (some.some((text) => text.trim() !== '') && found !== null)
            expect(found).toEqual({ ...none, before: some.length });
        },
      ),
    );
  });
});
