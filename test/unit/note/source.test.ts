import { expect, it } from 'vitest';
import { noteProperties } from '../../../src/note/frontmatter';
import { readSource } from '../../../src/note/source';
import { withoutTimes } from '../../../src/note/without-times';

const layout = {
  tags: [],
  taskFormat: 'plain',
  archive: 'callout',
  archiveLimit: 0,
  factProperties: false,
} as const;

function sourceFile(path: string): unknown {
  const content = {
    created: new Date(0),
    pdfName: path.slice(path.lastIndexOf('/') + 1),
    sha256: 'x',
    state: 'offline',
    pageCount: 1,
    archive: [],
    notRead: [],
  } as const;
  const link = (subpath: string): string => `[[${path}${subpath}]]`;
  return noteProperties(content, layout, { link, pdfPath: path, sourceLink: `[[${path}]]` })['source_file'];
}

it.each(['a.pdf', 'Inbox/50%.pdf', 'a~b.pdf', 'a*b.pdf', 'a#b.pdf', 'In/a [1].pdf', 'a^b.pdf', 'a|b.pdf'])(
  'the property `source_file` contains %s, and `readSource` returns the same path',
  (path) => {
    const source = sourceFile(path);
    const isLinkable = !/[#^|[\]]/.test(path);
    expect(source).toBe(isLinkable ? `[[${path}]]` : path);
    expect(readSource(source)).toEqual(isLinkable ? { link: path } : { path });
  },
);

it('the property `source_file` encodes a path that triggers other plugins, and `readSource` decodes the path', () => {
  const path = 'In/<% tp %> {{x}}.pdf';
  expect(sourceFile(path)).not.toContain('<%');
  expect(readSource(sourceFile(path))).toEqual({ path });
});

it('`readSource` reads wikilinks and Markdown links, and returns null for an empty text or a number', () => {
  expect(readSource('[[In/a.pdf|the PDF]]')).toEqual({ link: 'In/a.pdf' });
  expect(readSource('[PDF](In/100%.pdf)')).toEqual({ path: 'In/100%.pdf' });
  expect([readSource(''), readSource(7), readSource(null)]).toEqual([null, null, null]);
});

it('a note is regarded as unchanged if other plugins have only written times into its properties', () => {
  const note = '---\nstatus: inbox\n---\n# A note\nupdated: mine\n';
  const stamped = note.replace(
    'status',
    'date modified: 2026-11-27, 05:00\nupdated: 2026-11-27T05:00\nstatus',
  );
  expect(withoutTimes(stamped)).toBe(withoutTimes(note));
  expect(withoutTimes(note)).toBe(note);
  expect(withoutTimes(note.replace('inbox', 'done'))).not.toBe(withoutTimes(note));
  expect(withoutTimes(note.replace('updated: mine', ''))).not.toBe(withoutTimes(note));
});
