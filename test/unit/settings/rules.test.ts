import { describe, expect, it } from 'vitest';
import { checkSetting, defaultSettings, type Settings } from '../../../src/settings';
import type { Rule } from '../../../src/settings/rules';
import {
  afterFolderMoved,
  inboxFolders,
  isOnlyOnThisDevice,
  noteFoldersFor,
  settingsFor,
} from '../../../src/settings/settings-for';

function settings(...rules: readonly Rule[]): Settings {
  return { ...defaultSettings('en'), prompt: 'general', noteFolder: 'Notes', tags: ['pdf'], rules };
}

describe('rules in the settings file', () => {
  it('lose their empty and unknown values when they are checked', () => {
    const stored = [
      { folder: '/Inbox/Invoices/', instructions: '', tags: [], localOnly: false, noteFolder: ' Bills/ ' },
      { kind: 'contract', template: 'T.md', color: 'red' },
    ];
    expect(checkSetting('rules', stored)).toEqual([
      { folder: 'Inbox/Invoices', noteFolder: 'Bills' },
      { kind: 'contract', template: 'T.md' },
    ]);
  });

  it.each([
    ['no folder and no kind', [{ tags: ['a'] }]],
    ['an empty folder', [{ folder: ' ' }]],
    ['a folder that the app hides', [{ folder: '.trash' }]],
    ['a kind that does not exist', [{ kind: 'poem' }]],
    ['a value of a wrong type', [{ folder: 'A', localOnly: 'yes' }]],
    ['an object instead of a list', { folder: 'A' }],
  ])('are invalid with %s', (_what, stored) => {
    expect(checkSetting('rules', stored)).toBeUndefined();
  });
});

describe('the settings for a PDF', () => {
  it('are the general settings if no rule applies', () => {
    const own = settings({ folder: 'Inbox/Invoices', tags: ['bill'] });
    expect(settingsFor(own, 'Inbox/Invoices 2.pdf')).toEqual(own);
  });

  it('come from the first rule whose folder contains the PDF', () => {
    const own = settings(
      { folder: 'Inbox/Invoices', tags: ['bill'] },
      { folder: 'Inbox', tags: ['in'], noteFolder: 'In' },
    );
    expect(settingsFor(own, 'Inbox/Invoices/2031/a.pdf')).toMatchObject({
      tags: ['bill'],
      noteFolder: 'Notes',
    });
    expect(settingsFor(own, 'Inbox/a.pdf')).toMatchObject({ tags: ['in'], noteFolder: 'In' });
  });

  it('come from the rule for the folder first, and then from the rule for the kind', () => {
    const own = settings(
      { kind: 'invoice', tags: ['bill'], noteFolder: 'Bills' },
      { folder: '/', instructions: 'short', tags: ['all'] },
    );
    expect(settingsFor(own, 'a.pdf', 'invoice')).toMatchObject({
      prompt: 'short',
      tags: ['all'],
      noteFolder: 'Bills',
    });
    expect(settingsFor(own, 'a.pdf', 'letter')).toMatchObject({ tags: ['all'], noteFolder: 'Notes' });
  });

  it('give all possible note folders while the kind of the document is unknown', () => {
    const own = settings(
      { kind: 'invoice', noteFolder: 'Bills' },
      { kind: 'letter', tags: ['post'] },
      { folder: 'A', noteFolder: 'Notes of A' },
    );
    expect(noteFoldersFor(own, 'B/a.pdf')).toEqual(['Notes', 'Bills']);
    expect(noteFoldersFor(own, 'A/a.pdf')).toEqual(['Notes of A']);
  });
});

describe('the rule that PDFs of a folder stay on this device', () => {
  const own = settings({ folder: 'Inbox', tags: ['in'] }, { folder: 'Inbox/Private', localOnly: true });

  it('is applied even when an earlier rule also fits', () => {
    expect(isOnlyOnThisDevice(own, 'Inbox/Private/a.pdf')).toBe(true);
    expect(isOnlyOnThisDevice(own, 'Inbox/Private/deep/a.pdf')).toBe(true);
  });

  it('ignores upper and lower case and the Unicode form in the name of the folder', () => {
    const typed = settings({ folder: 'inbox/Gehälter'.normalize('NFD'), localOnly: true });
    expect(isOnlyOnThisDevice(typed, 'Inbox/gehälter/a.pdf')).toBe(true);
  });

  it('is not applied to other folders', () => {
    expect(isOnlyOnThisDevice(own, 'Inbox/a.pdf')).toBe(false);
    expect(isOnlyOnThisDevice(own, 'Inbox/Private.pdf')).toBe(false);
    expect(isOnlyOnThisDevice(own, 'Inbox/Privateer/a.pdf')).toBe(false);
  });
});

describe('watched folders', () => {
  const own = { ...settings(), inboxFolder: 'Inbox', moreInboxFolders: ['Scans', 'Inbox/Mail', 'Scans'] };

  it('are listed once, without folders below another watched folder', () => {
    expect(inboxFolders(own)).toEqual(['Inbox', 'Scans']);
    expect(inboxFolders({ ...own, moreInboxFolders: ['/'] })).toEqual(['/']);
  });

  it('are updated, like the rules, when a folder is renamed or moved', () => {
    const rules: readonly Rule[] = [
      { folder: 'Scans/Private', localOnly: true },
      { kind: 'letter', tags: ['a'] },
    ];
    expect(afterFolderMoved({ ...own, rules }, 'Scans', 'Old/Scans')).toEqual({
      moreInboxFolders: ['Old/Scans', 'Inbox/Mail', 'Old/Scans'],
      rules: [
        { folder: 'Old/Scans/Private', localOnly: true },
        { kind: 'letter', tags: ['a'] },
      ],
    });
    expect(afterFolderMoved({ ...own, rules }, 'Scan', 'Old')).toEqual({});
  });
});
