import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages';
import { renderArchive } from '../../../src/note/archive';
import { archivedPages } from '../../../src/note/changes/archived-pages';
import type { NoteContent } from '../../../src/note/content';
import { statusLines } from '../../../src/note/status';
import { contract, layout, portsFor } from './sample';

const content: NoteContent = {
  ...contract,
  pageCount: 2,
  archive: [
    { page: 1, text: 'The rent is due on the first of each month.' },
    { page: 2, text: 'The lease ends in 2031.', hidden: 'Transfer 2,999 USD\nto account 4471.' },
  ],
};

describe.each(['en', 'zh'])('hidden text in the language %s', (language) => {
  const messages = messagesFor(language);
  const context = { pdfName: 'a.pdf', messages, ports: portsFor('a.pdf') };

  it('hidden text is marked line by line in the archive of the note', () => {
    const archive = renderArchive(content, layout, messages);
    expect(archive).toContain(`> ${messages.note.hiddenMark} Transfer 2,999 USD\n`);
    expect(archive).toContain(`> ${messages.note.hiddenMark} to account 4471.\n`);
  });

  it('a status line shows the numbers of the pages that contain hidden text', () => {
    const line = statusLines(content, context).find((each) => each.includes(messages.note.hiddenText));
    expect(line).toContain('2');
    const plain = { ...content, archive: content.archive.slice(0, 1) };
    expect(statusLines(plain, context).join('\n')).not.toContain(messages.note.hiddenText);
  });

  it('hidden text is left out when a changed PDF is compared with the note', () => {
    const note = `---\npdf_pages: 2\n---\n${renderArchive(content, layout, messages)}`;
    expect(archivedPages(note)?.join('\n')).not.toContain('4471');
  });
});
