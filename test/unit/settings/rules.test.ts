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

describe('stored rules', () => {
  it('checkSetting removes empty and unknown values from stored rules', () => {
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
    ['a rule without a folder or a kind', [{ tags: ['a'] }]],
    ['a rule with an empty folder name', [{ folder: ' ' }]],
    ['a rule for a folder that the app hides', [{ folder: '.trash' }]],
    ['a rule for a kind that does not exist', [{ kind: 'poem' }]],
    ['a rule that has a value of a wrong type', [{ folder: 'A', localOnly: 'yes' }]],
    ['an object instead of a list of rules', { folder: 'A' }],
  ])('checkSetting refuses %s', (_what, stored) => {
    expect(checkSetting('rules', stored)).toBeUndefined();
  });
});

describe('the settings for a PDF', () => {
  it('a PDF gets the general settings if no rule applies', () => {
    const own = settings({ folder: 'Inbox/Invoices', tags: ['bill'] });
    expect(settingsFor(own, 'Inbox/Invoices 2.pdf')).toEqual(own);
  });

  it('a PDF gets the values of the first rule whose folder contains the PDF', () => {
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

  it('a rule for a folder takes precedence over a rule for a kind', () => {
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

  it('noteFoldersFor returns all possible note folders while the kind of the document is unknown', () => {
    const own = settings(
      { kind: 'invoice', noteFolder: 'Bills' },
      { kind: 'letter', tags: ['post'] },
      { folder: 'A', noteFolder: 'Notes of A' },
    );
    expect(noteFoldersFor(own, 'B/a.pdf')).toEqual(['Notes', 'Bills']);
    expect(noteFoldersFor(own, 'A/a.pdf')).toEqual(['Notes of A']);
  });
});

describe('isOnlyOnThisDevice', () => {
  const own = settings({ folder: 'Inbox', tags: ['in'] }, { folder: 'Inbox/Private', localOnly: true });

  it('a rule with `localOnly` applies even if an earlier rule also fits', () => {
    expect(isOnlyOnThisDevice(own, 'Inbox/Private/a.pdf')).toBe(true);
    expect(isOnlyOnThisDevice(own, 'Inbox/Private/deep/a.pdf')).toBe(true);
  });

  it('a rule with `localOnly` ignores letter case and the Unicode form of folder names', () => {
    const typed = settings({ folder: 'inbox/Gehälter'.normalize('NFD'), localOnly: true });
    expect(isOnlyOnThisDevice(typed, 'Inbox/gehälter/a.pdf')).toBe(true);
  });

  it('a rule with `localOnly` does not apply to PDFs in other folders', () => {
    expect(isOnlyOnThisDevice(own, 'Inbox/a.pdf')).toBe(false);
    expect(isOnlyOnThisDevice(own, 'Inbox/Private.pdf')).toBe(false);
    expect(isOnlyOnThisDevice(own, 'Inbox/Privateer/a.pdf')).toBe(false);
  });
});

describe('watched folders', () => {
  const own = { ...settings(), inboxFolder: 'Inbox', moreInboxFolders: ['Scans', 'Inbox/Mail', 'Scans'] };

  it('inboxFolders leaves out duplicates and folders below another watched folder', () => {
    expect(inboxFolders(own)).toEqual(['Inbox', 'Scans']);
    expect(inboxFolders({ ...own, moreInboxFolders: ['/'] })).toEqual(['/']);
  });

  it('watched folders and rules get the new path if a folder is renamed or moved', () => {
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
