import { expect, it } from 'vitest';
import { afterPdfMoved } from '../../../src/note/follow-pdf';

const move = { from: 'Inbox/a#1 [x].pdf', to: 'Inbox/Lease.pdf', linktext: 'Lease.pdf' };
const links = '[p. 1](Inbox/a%231%20%5Bx%5D.pdf#page=1) [PDF](Inbox/a%231%20%5Bx%5D.pdf)';

it('renaming a PDF changes only `source_file` and the encoded links in the note', () => {
  const note = `---\ncreated: x\nsource_file: ${move.from}\n---\nsource_file: no\n${links} a%231.pdf\n`;
  expect(afterPdfMoved(note, move.from, move)).toBe(
    '---\ncreated: x\nsource_file: "[[Lease.pdf]]"\n---\nsource_file: no\n' +
      '[p. 1](Inbox/Lease.pdf#page=1) [PDF](Inbox/Lease.pdf) a%231.pdf\n',
  );
});

it.each([
  ['a link (the app itself updates links)', '[[a.pdf]]'],
  ['another path', 'Inbox/other.pdf'],
  ['a number', 7],
])('renaming a PDF leaves the note unchanged if the property `source_file` is %s', (_, source) => {
  const note = `---\nsource_file: stays\n---\n`;
  expect(afterPdfMoved(note, source, move)).toBe(note);
});

it('renaming a PDF changes nothing in a note without properties', () => {
  expect(afterPdfMoved('source_file: no\n', move.from, move)).toBe('source_file: no\n');
});
