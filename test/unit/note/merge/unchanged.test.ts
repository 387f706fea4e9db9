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

describe('a note counts as unchanged', () => {
  it.each([
    ['as it was generated', note],
    ['that was written after a failure and has no summary', failed],
    ['when a task is ticked', note.replace('- [ ] ', '- [x] ')],
    ['when the user adds a section', note.replace('\n## Original', '\n## Mine\n\n- my line\n\n## Original')],
    ['when properties change', note.replace('status: inbox', 'status: done')],
    ['with the line ends of another system', note.replace(/\n/g, '\r\n')],
  ])('%s', (_name, text) => {
    expect(isUnchanged(text)).toBe(true);
  });
});

describe('a note counts as changed', () => {
  it.each([
    ['when one statement differs', note.replace('1200', '9200')],
    ['when a line is missing', note.replace(/^- \[ \].*\n/m, '')],
    ['when a line is added to a generated section', note.replace(/^(- \[ \].*)$/m, '$1\n- [ ] Pay 9 to B.')],
    ['when the original text of the PDF differs', note.replace(/^> (?=[^`[-])/m, '> x')],
    ['without `pdf_digest`, the checksum of its generated parts', note.replace(/^pdf_digest: .*\n/m, '')],
    ['with an empty `pdf_digest`', note.replace(/^pdf_digest: .*$/m, 'pdf_digest: v1-')],
    ['with a damaged `pdf_digest`', note.replace(/^pdf_digest: .*$/m, 'pdf_digest: v1-AAA')],
    ['when it is not a note of the plugin', 'My own words.\n'],
  ])('%s', (_name, text) => {
    expect(text).not.toBe(note);
    expect(isUnchanged(text)).toBe(false);
  });
});
