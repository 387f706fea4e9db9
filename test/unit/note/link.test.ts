import { describe, expect, it } from 'vitest';
import { pdfLink } from '../../../src/note/link';
import { portsFor } from './sample';

const linkTo = (name: string): string => pdfLink(portsFor(name), name, '#page=2', 'p. 2');

describe('pdfLink', () => {
  it.each([
    '合同.pdf',
    'My report (final) v1.2.pdf',
    "it's & more, 50%.pdf",
    '📄.pdf',
    'a_b-c.pdf',
    'invoice__2026.pdf',
    '合同__终稿.pdf',
  ])('for the name %s, pdfLink returns the link that the vault makes', (name) => {
    expect(linkTo(name)).toBe(`[[${name}#page=2|p. 2]]`);
  });

  it.each([
    ['a#b.pdf', 'a%23b.pdf'],
    ['a [1].pdf', 'a%20%5B1%5D.pdf'],
    ['a|b^c.pdf', 'a%7Cb%5Ec.pdf'],
    ['<% x %>.pdf', '%3C%25%20x%20%25%3E.pdf'],
    ['100%% 合同.pdf', '100%25%25%20合同.pdf'],
    ['$5 `x`.pdf', '%245%20%60x%60.pdf'],
    ['__init__.pdf', '__init__.pdf'],
    ['key:: v.pdf', 'key%3A%3A%20v.pdf'],
    ['bidi\u202Efdp.pdf', 'bidi%E2%80%AEfdp.pdf'],
    ['lone\uD800.pdf', 'lone%EF%BF%BD.pdf'],
  ])('for the name %s, pdfLink writes a Markdown link with an encoded path', (name, encoded) => {
    expect(linkTo(name)).toBe(`[p. 2](${encoded}#page=2)`);
  });

  it('if the vault makes Markdown links, pdfLink encodes characters that could break the link', () => {
    const markdown = (name: string): string =>
      pdfLink(
        { ...portsFor(name), link: (subpath, alias) => `[${alias ?? ''}](${name}${subpath})` },
        name,
        '#page=2',
        'p. 2',
      );
    expect(markdown('合同.pdf')).toBe('[p. 2](合同.pdf#page=2)');
    expect(markdown('a).pdf')).toBe('[p. 2](a%29.pdf#page=2)');
    expect(markdown('50%.pdf')).toBe('[p. 2](50%25.pdf#page=2)');
    expect(markdown('100%25.pdf')).toBe('[p. 2](100%2525.pdf#page=2)');
  });

  it('a Markdown link contains the whole path of the PDF if the path is known', () => {
    const ports = { ...portsFor('a#b.pdf'), pdfPath: 'In box/a#b.pdf' };
    expect(pdfLink(ports, 'a#b.pdf', '')).toBe('[PDF](In%20box/a%23b.pdf)');
  });
});
