import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractLike } from '../../fixtures/small';
import { openApp, type OpenedApp } from '../open-app';

describe('two devices', () => {
  let first: OpenedApp;
  let second: OpenedApp;

  beforeAll(async () => {
    first = await openApp();
    second = await openApp();
  });
  afterAll(async () => {
    await first.close();
    await second.close();
  });

  it('the second device writes no new note of a PDF that was copied together with its note', async () => {
    await first.drop('Inbox/one.pdf', contractLike('one'));
    const { pdf_sha256: hash } = await first.note('Inbox/one.md');
    await first.copyTo(second, 'Inbox/one.md');
    await first.copyTo(second, 'Inbox/one.pdf');
    // PDFs are handled in order, so the first PDF is done when the second one has its note.
    await second.drop('Inbox/two.pdf', contractLike('two'));
    await second.note('Inbox/two.md');
    expect(await second.notes()).toEqual(['Inbox/one.md', 'Inbox/two.md']);
    expect(await second.note('Inbox/one.md')).toMatchObject({ pdf_sha256: hash });
    expect([...first.errors, ...second.errors]).toEqual([]);
  });
});
