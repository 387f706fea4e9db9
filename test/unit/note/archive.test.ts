import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages';
import { renderArchive } from '../../../src/note/archive';
import type { NoteContent, NoteLayout } from '../../../src/note/content';
import { withoutJoiners } from '../../../src/note/escape/triggers';
import { cleanText } from '../../../src/clean';
import { withTables } from '../../../src/text/table-lines';
import { contract, layout } from './sample';

const en = messagesFor('en');

/** Renders the archive: the section of a note that contains the text of the PDF. */
function archive(
  text: string,
  changed: Partial<NoteLayout> = {},
  content: Partial<NoteContent> = {},
): string {
  return renderArchive(
    { ...contract, pageCount: 1, archive: [{ page: 1, text }], ...content },
    { ...layout, ...changed },
    en,
  );
}

/** Returns the text between the fences, without the callout's prefix. */
function fenced(section: string): string {
  const lines = section.split('\n').filter((line) => line.startsWith('>'));
  return lines
    .slice(2, -1)
    .map((line) => withoutJoiners(line.replace(/^> ?/, '')))
    .join('\n');
}

describe('the archive as a callout', () => {
  it('the callout keeps the lines and the indents of the text', () => {
    const text = 'a\n\n  indented\n\n\n`x` $y$ [[z]]';
    expect(fenced(archive(text))).toBe(text);
  });

  it('the callout writes rows as a table and puts hyphens below the row of headings', () => {
    const text = 'Fees\nItem\tNet\tGross\nBerth\t\t12.00\n\u6e2f\u53e3\t7.5\t8.10\nPaid.';
    expect(fenced(archive(text)).split('\n')).toEqual([
      'Fees',
      '| Item  | Net | Gross |',
      '| ----- | --- | ----- |',
      '| Berth |     | 12.00 |',
      '| \u6e2f\u53e3  | 7.5 | 8.10  |',
      'Paid.',
    ]);
  });

  it('the table has no line of hyphens if each row is a label and its value', () => {
    expect(fenced(archive('Name\tAda\nCity\tElloway\nAge\t41'))).not.toContain('---');
  });

  it('the callout contains any text completely, and no line of the text ends the code block', () => {
    const text = fc.array(
      fc.constantFrom('`', '```', '~~~', '\n', '> ', 'a', ' ', '\t', '\r\n', '<%', '中'),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const section = archive(parts.join(''));
        const fence = /^> (`{3,})text$/m.exec(section)?.[1] ?? '';
        expect(fenced(section)).toBe(cleanText(withTables(parts.join(''))));
        expect(section).not.toContain('<%');
        expect(fenced(section)).not.toContain(fence);
      }),
    );
  });

  it('the callout marks the pages of a document that has several pages', () => {
    const pages = [
      { page: 1, text: 'one\n' },
      { page: 3, text: 'three' },
    ];
    expect(fenced(archive('', {}, { pageCount: 3, archive: pages }))).toBe(
      '— p. 1 —\none\n\n— p. 3 —\nthree',
    );
  });
});

describe('the archive as HTML', () => {
  it('the HTML archive has no blank line and no markup from the document', () => {
    const section = archive('a\n\n \n</pre>\n</details>\n# x\n<%', { archive: 'details' });
    const block = section.slice(section.indexOf('<details>'));
    expect(block).not.toMatch(/^\s*$/m);
    expect(block.match(/<\/?\w+>/g)).toEqual([
      '<details>',
      '<summary>',
      '</summary>',
      '<pre>',
      '</pre>',
      '</details>',
    ]);
    expect(block).not.toContain('<%');
  });
});

describe('the limit of the archive', () => {
  it('the limited archive keeps the first characters and states how many characters are missing', () => {
    const section = archive('x'.repeat(12_345), { archiveLimit: 1_000 });
    expect(section).toContain(
      '*Only the first 1,000 of 12,345 characters are kept here; 11,345 are missing.*',
    );
    expect(fenced(section)).toBe('x'.repeat(1_000));
  });

  it('the archive limit is not mentioned if the text fits, and never cuts a surrogate pair', () => {
    expect(archive('12345', { archiveLimit: 5 })).not.toContain('missing');
    expect(fenced(archive('😀😀', { archiveLimit: 3 }))).toBe('😀');
  });

  it('a note that waits for its digest contains the whole text, whatever the archive settings are', () => {
    const pending = { state: 'pending' } as const;
    expect(fenced(archive('12345', { archiveLimit: 2 }, pending))).toBe('12345');
    expect(fenced(archive('12345', { archive: 'none' }, pending))).toBe('12345');
    expect(archive('12345', { archive: 'none' })).toBe('');
  });
});
