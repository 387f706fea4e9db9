import { catalogueEn, completionEn } from './catalogue/en';
import { cliEn } from './cli/en';
import { dashboardEn } from './dashboard/en';
import { failuresEn } from './failures/en';
import { firstRunEn } from './first-run/en';
import { noteEn } from './note/en';
import { queueEn } from './queue/en';
import { settingsEn } from './settings/en';

/**
 * Every English word of the interface and of the notes; the shape of {@link Messages}.
 * `{name}` is filled in; a part in square brackets is left out when one of its values is not known.
 */
export const en = {
  note: noteEn,
  failures: failuresEn,
  queue: queueEn,
  settings: settingsEn,
  firstRun: firstRunEn,
  catalogue: catalogueEn,
  completion: completionEn,
  cli: cliEn,
  dashboard: dashboardEn,

  commands: {
    'process-current-pdf': 'Digest the current PDF',
    'process-inbox': 'Digest new PDFs in the inbox',
    'regenerate-note': 'Regenerate this note',
    'retry-failed': 'Retry what failed',
    'cancel-all': 'Cancel everything',
    'open-queue': 'Open queue',
    'open-source-pdf': 'Open the PDF of this note',
    'create-dashboard': 'Create dashboard',
    'write-template': 'Write the built-in template',
    'second-reading': "Read this note's statements a second time",
    'copy-diagnostics': 'Copy diagnostics',
  },

  menus: {
    digestPdf: 'Digest this PDF',
    digestFolder: 'Digest PDFs in this folder',
    regenerate: 'Regenerate this note',
  },

  status: {
    opening: 'Opening {name}',
    reading: 'Reading {name}: page {done} of {total}',
    recognising: 'Reading scanned pages of {name}: {done} of {total}',
    picking: 'Picking sentences from {name}',
    asking: 'Asking {model}[: {words} words so far]',
    askingPart: 'Asking {model}: part {part} of {parts}[, {words} words so far]',
    writing: 'Writing {name}',
    waiting: '{count} waiting',
    arriving: '{count} arriving',
    paused: 'PDF queue paused',
  },

  password: {
    title: 'Password needed',
    question: '{name} is protected by a password.',
    field: 'Password',
    remember: 'Remember for this file',
    rememberHint: 'Kept in the secret storage of this device.',
    open: 'Open',
    cancel: 'Cancel',
  },

  cost: {
    title: 'Large document',
    question: '{name} is above the size from which you want to be asked first.',
    pages: '{pages} {pages?page|pages}',
    calls: '{parts} {parts?part|parts}, {calls} {calls?request|requests}',
    tokens: 'About {tokens} tokens',
    reading: 'Of which about {tokens} are for reading the statements a second time',
    goOn: 'Digest it',
    cancel: 'Not now',
  },

  conflicts: {
    title: 'Changed by you and by the new digest',
    question: 'Places that you and the new digest both changed: {count}. The note has your text now.',
    mine: 'Yours',
    fresh: 'New digest',
    keepMine: 'Keep mine',
    takeFresh: 'Take the new one',
    keepBoth: 'Keep both',
    apply: 'Apply',
    later: 'Leave as it is',
  },

  notices: {
    paused: 'The queue is paused[ until {time}]. {sentence} {wayOn}',
    resume: 'Continue',
    asksForCost: '{name} has {pages} {pages?page|pages}, about {tokens} tokens. It waits for your decision.',
    declined: '{name} was left undone. It stays in the queue, where you can still decide.',
    decide: 'Decide',
    enterPassword: 'Enter password',
    done: 'Digest of {name} is ready.',
    notReadTwice:
      'Digest of {name} is ready; not all of its statements were read a second time.[ {sentence}][ {wayOn}]',
    pending: 'The digest of {name} is still to come. {sentence} {wayOn}',
    failed: 'No digest of {name}. {sentence} {wayOn}',
    alreadyDone: '{name} already has a note.',
    changed: '{name} has changed since its note was made. The note was left as it is.',
    newNote: 'Make a new note',
    regenerate: 'Regenerate note',
    regenerated: 'The note of {name} has a new digest.',
    regeneratedSame: 'The new digest of {name} says the same: its note is as it was.',
    undo: 'Undo',
    undone: 'The note is as it was before.',
    notUndone: 'The note was changed in the meantime and was left as it is.',
    decideConflicts: 'Decide what to keep',
    moreDone: '{count} more {count?digest is|digests are} ready.',
    moreFailed: '{count} more {count?PDF|PDFs} could not be digested fully.',
    inboxMoved: 'The inbox folder is now {folder}.',
    started: 'Digesting {count} {count?PDF|PDFs}.',
    withdrawn: 'Another device wrote notes of the same PDFs. {count} of this device went to the trash, untouched as they were.',
    cancelled: 'Cancelled.',
    diagnosticsCopied:
      'The diagnostics are in the clipboard. They contain no keys, no file names and no text of documents.',
    inboxMissing: 'The inbox folder {folder} does not exist.',
    openNote: 'Open note',
    openSettings: 'Open settings',
    retry: 'Retry',
  },
};

/** The words of one language; every language has the same keys and placeholders. */
export type Messages = typeof en;
