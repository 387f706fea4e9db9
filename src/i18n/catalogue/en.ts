/** English words for digesting a whole folder. */
export const catalogueEn = {
  title: 'Digest the PDFs in {folder}',
  counting: 'Looking through the folder: {done} of {total}',
  fresh: '{count} new {count?PDF|PDFs}, {size} in all',
  done: '{count} digested before',
  waiting: '{count} in the queue already',
  include: 'Include',
  subfolders: { name: 'Subfolders', description: 'New PDFs in subfolders: {count}.' },
  large: { name: 'Large files', description: 'PDFs above this size, in MB: {count}.', limit: 'Size in megabytes' },
  locked: { name: 'Protected files', description: 'Protected: {count}. Those that need a password wait until you enter it.' },
  estimate:
    'Roughly {low}[ to {high}] tokens' +
    '[, of which up to about {reading} are for reading the statements a second time]. ' +
    'This is an estimate from the size of the files alone.',
  free: 'Costs nothing: the offline engine works on this device.',
  background: 'Runs in the background; the queue shows it, and can be paused. It goes on after a restart.',
  foundAgain: 'What you leave out of the inbox is digested at the next start, unless this device does not process new PDFs.',
  start: 'Digest {count} {count?PDF|PDFs}',
  nothing: 'Nothing selected',
  cancel: 'Cancel',
  nothingNew: 'Nothing new in {folder}.[ {count} in the queue already.]',
  goingOn: 'Going on with {folder}: {count} {count?PDF is|PDFs are} left.',
};

/** English words for giving notes the digest they lack. */
export const completionEn = {
  menu: 'Complete this digest',
  isComplete: 'This digest is complete already.',
  title: 'Complete notes of the offline engine',
  question: 'Notes made by the offline engine: {count}. Have {model} make their digests anew? What you changed in them stays.',
  estimate:
    'Roughly {low}[ to {high}] tokens' +
    '[, of which up to about {reading} are for reading the statements a second time], ' +
    'estimated from the size of the files alone.',
  complete: 'Complete them',
  later: 'Not now',
};

/** English words of the command line. */
export const cliEn = {
  digest: 'Digest a PDF and print the path of its note',
  status: 'Show the queue',
  retry: 'Retry what failed or waits for a digest',
  path: 'Path of the PDF in the vault',
  json: 'Print JSON',
  noPath: 'Name a PDF: path=<path in the vault>.',
  noFile: 'There is no {path} in the vault.',
  notPdf: '{path} is not a PDF.',
  full: 'The queue is full; {path} was not added.',
  gone: '{path} was deleted or changed meanwhile.',
  cancelled: '{path} was cancelled.',
  stopped: 'The app is closing.',
  pausedByUser: 'The queue is paused.',
  askedInApp: 'Digest it in the app to be asked.',
  working: 'Working: {text}',
  waiting: 'Waiting: {count}',
  needsYou: 'Waiting for you: {name}. {sentence}',
  failed: 'Failed: {name}. {sentence}',
  done: 'Done: {count}',
  idle: 'The queue is empty.',
  retried: 'PDFs tried again: {count}',
};

/** English words of the dashboard: they stand in a file of the vault. */
export const dashboardEn = {
  existed: 'The dashboard was there already and was left as it is.',
  views: { all: 'All digests', byState: 'By state', byStatus: 'By status', incomplete: 'Not complete' },
  columns: {
    'file.name': 'Note',
    source_file: 'PDF',
    pdf_state: 'State',
    status: 'Status',
    pdf_pages: 'Pages',
    pdf_model: 'Model',
    pdf_tokens: 'Tokens',
    created: 'Created',
    'file.mtime': 'Changed',
  },
};
