import { describe, expect, it } from 'vitest';
import { isBelow, isHidden, isPdfPath } from '../../../src/inbox/scope';

describe('isPdfPath', () => {
  it.each(['a.pdf', 'a.PDF', 'a/b.c.Pdf', '.pdf'])('isPdfPath accepts %s', (path) =>
    expect(isPdfPath(path)).toBe(true),
  );
  it.each(['a.pdf.part', 'pdf', 'a.pdfx', 'a.pdf.md'])('isPdfPath rejects %s', (path) =>
    expect(isPdfPath(path)).toBe(false),
  );
});

describe('isBelow', () => {
  it.each([
    ['Inbox', 'Inbox/a.pdf', true],
    ['Inbox', 'Inbox/sub/a.pdf', true],
    ['/Inbox/', 'Inbox/a.pdf', true],
    ['Inbox', 'Inbox2/a.pdf', false],
    ['Inbox', 'a.pdf', false],
    ['Inbox', 'Archive/Inbox/a.pdf', false],
    ['/', 'a.pdf', true],
    ['', 'x/y/a.pdf', true],
    ['收件箱', '收件箱/合同.pdf', true],
  ])('isBelow("%s", "%s") is %s', (folder, path, expected) => expect(isBelow(folder, path)).toBe(expected));
});

it('isHidden is true if a name in the path begins with a dot', () => {
  expect(isHidden('Inbox/.trash/a.pdf')).toBe(true);
  expect(isHidden('.obsidian/a.pdf')).toBe(true);
  expect(isHidden('Inbox/a.pdf')).toBe(false);
});
