import { approvalEn } from './approval/en';
import { catalogueEn, completionEn } from './catalogue/en';
import { cliEn } from './cli/en';
import { dashboardEn } from './dashboard/en';
import { failuresEn } from './failures/en';
import { firstRunEn } from './first-run/en';
import { forgetEn } from './forget/en';
import { noteEn } from './note/en';
import { queueEn } from './queue/en';
import { renameEn } from './rename/en';
import { settingsEn } from './settings/en';

/**
 * All English texts of the interface and of the notes. Their keys define {@link Messages}. Each text is a
 * template for `format`.
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
  approval: approvalEn,
  forget: forgetEn,
  rename: renameEn,

  commands: {
    'process-current-pdf': 'Digest the current PDF',
    'process-inbox': 'Digest new PDFs in the inbox',
    'regenerate-note': 'Regenerate this note',
    'retry-failed': 'Retry failed PDFs',
    'cancel-all': 'Cancel everything',
    'open-queue': 'Open queue',
    'open-source-pdf': 'Open the PDF of this note',
    'create-dashboard': 'Create or renew dashboard',
    'rename-to-title': 'Rename to its title',
    'preview-sent': 'Show what would be sent',
    'undo-rename': 'Undo the last renaming',
    'write-template': 'Write the built-in template',
    'second-reading': "Read this note's statements a second time",
    'copy-diagnostics': 'Copy diagnostics',
    'forget-device-data': 'Forget everything kept on this device',
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
    question: '{name} is expected to need more tokens than you set under “Ask before large documents”.',
    pages: '{pages} {pages?page|pages}',
    calls: '{parts} {parts?part|parts}, {calls} {calls?request|requests}',
    tokens: 'About {tokens} tokens',
    reading: 'About {tokens} of these tokens are for the second reading',
    goOn: 'Digest it',
    cancel: 'Not now',
  },

  images: {
    title: 'Send images of pages?',
    question:
      '{name} has {pages} {pages?page|pages} without text. You have chosen values that are replaced before text is sent. In images, nothing can be replaced: the provider would see everything on these pages.',
    all: 'Do the same for all PDFs of this run ({count} {count?waits|wait} now)',
    send: 'Send the images',
    leaveOut: 'Leave these pages out',
  },

  preview: {
    title: 'What would be sent: {name}',
    reading: 'The PDF is being read…',
    waiting: 'Another PDF is being digested at the moment, so this can take longer…',
    pages: 'Reading page {done} of {of}…',
    onDevice: 'Your model runs on this device, so no value is replaced: this text does not leave the device.',
    nothing: 'Nothing would be sent for this PDF.',
    about:
      'This text would be sent to the provider, after instructions that are the same for every document. The second reading sends passages of it again, with the statements of the digest. Nothing has been sent now.',
    marks: 'Values replaced by marks: {count}',
    noMarks: 'No value is replaced. You can choose values on this page of the settings: What is sent.',
    images: '{count} {count?page|pages} would be sent as images, in which nothing can be replaced.',
    instructions: 'Your instructions and fields',
    tags: 'Tags of your vault',
    part: 'Document, part {number} of {of}',
    choose: 'Choose a PDF',
  },

  conflicts: {
    title: 'Changed by you and by the new digest',
    question:
      'You and the new digest both changed {count} {count?place|places} in this note. For now, the note keeps your text.',
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
    asksAboutImages:
      '{name} has {pages} scanned {pages?page|pages}. Decide whether to send their images, in which no value can be replaced.',
    asksForCost: '{name} has {pages} {pages?page|pages}, about {tokens} tokens. It waits for your decision.',
    declined: '{name} was not digested. It stays in the queue, where you can decide later.',
    decide: 'Decide',
    enterPassword: 'Enter password',
    done: 'Digest of {name} is ready.',
    notReadTwice:
      'Digest of {name} is ready; not all of its statements were read a second time.[ {sentence}][ {wayOn}]',
    pending: '{name} has a note, but no digest yet. {sentence} {wayOn}',
    failed: '{name} could not be digested. {sentence} {wayOn}',
    alreadyDone: '{name} already has a note.',
    leftOut: '{name} is not digested, because its note was deleted on this device or by sync.',
    digest: 'Digest it',
    changed: '{name} has changed since its note was made. The note was not changed.',
    newNote: 'Make a new note',
    keepNote: 'Keep the note',
    regenerate: 'Regenerate note',
    regenerated: 'The note of {name} has a new digest.',
    regeneratedSame: 'The new digest of {name} is the same as before, so its note was not changed.',
    undo: 'Undo',
    undone: 'The note is now as it was before.',
    notUndone: 'The note has changed since then, so nothing was undone.',
    decideConflicts: 'Decide what to keep',
    moreDone: '{count} more {count?digest is|digests are} ready.',
    moreFailed: '{count} more {count?PDF|PDFs} could not be digested completely.',
    inboxMoved: 'The inbox folder is now {folder}.',
    started: 'Digesting {count} {count?PDF|PDFs}.',
    withdrawn:
      'Another device wrote notes of the same PDFs. Notes of this device that were moved to the trash: {count}. You had not changed them.',
    twinDoubted:
      'There are two notes of one PDF: {path}, which this device wrote, and {other}, which does not look like a note of this plugin. Both were kept; delete the one that you do not trust.',
    asksAboutSize:
      '{name} has {size}, so it is not read automatically on this device. It waits in the queue.',
    asksAfterCrash:
      'The app ended while it was reading {name}, so this PDF is not read again automatically. It waits in the queue.',
    asksAboutClaim: 'A note states that it belongs to {name}. The PDF waits for your decision in the queue.',
    moreYours: '{count} more {count?PDF waits|PDFs wait} for you in the queue.',
    moreErrors: 'More errors: {count}. The queue and the command “Copy diagnostics” show them.',
    readNow: 'Read it now',
    cancelled: 'Cancelled.',
    diagnosticsCopied:
      'The diagnostics were copied to the clipboard. They contain no API keys, no file names and no document text.',
    openNote: 'Open note',
    openSettings: 'Open settings',
    retry: 'Retry',
  },
};

/** All texts of one language. Every language has the same keys and placeholders. */
export type Messages = typeof en;
