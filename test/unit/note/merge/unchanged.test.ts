import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../../src/i18n/messages';
import { isUnchanged } from '../../../../src/note/merge';
import { renderNote } from '../../../../src/note/render';
import { contract, layout, portsFor } from '../sample';

const note = renderNote(contract, layout, messagesFor('en'), portsFor('合同.pdf'));
const { digest: _, model: __, tokens: ___, ...withoutDigest } = contract;
const failed = renderNote(
  { ...withoutDigest, state: 'failed', archive: [], reason: { kind: 'pdf-corrupt', details: {} } },
  layout,
  messagesFor('zh'),
  portsFor('合同.pdf'),
);

describe('unchanged notes', () => {
  it.each([
    ['nobody edited the note', note],
    ['a failure left the note without a summary', failed],
    ['a task is ticked', note.replace('- [ ] ', '- [x] ')],
    ['the user adds a section', note.replace('\n## Original', '\n## Mine\n\n- my line\n\n## Original')],
    ['properties change', note.replace('status: inbox', 'status: done')],
    ['its line ends come from another system', note.replace(/\n/g, '\r\n')],
  ])('a note is regarded as unchanged if %s', (_name, text) => {
    expect(isUnchanged(text)).toBe(true);
  });
});

describe('changed notes', () => {
  it.each([
    ['one statement differs', note.replace('1200', '9200')],
    ['a line is missing', note.replace(/^- \[ \].*\n/m, '')],
    ['a line is added to a generated section', note.replace(/^(- \[ \].*)$/m, '$1\n- [ ] Pay 9 to B.')],
    ['the original text of the PDF differs', note.replace(/^> (?=[^`[-])/m, '> x')],
    ['`pdf_digest`, the checksum of its generated parts, is missing', note.replace(/^pdf_digest: .*\n/m, '')],
    ['`pdf_digest` is empty', note.replace(/^pdf_digest: .*$/m, 'pdf_digest: v1-')],
    ['`pdf_digest` is damaged', note.replace(/^pdf_digest: .*$/m, 'pdf_digest: v1-AAA')],
    ['the plugin did not write the note', 'My own words.\n'],
  ])('a note counts as changed if %s', (_name, text) => {
    expect(text).not.toBe(note);
    expect(isUnchanged(text)).toBe(false);
  });
});
