/** English texts for digesting a whole folder. */
export const catalogueEn = {
  title: 'Digest the PDFs in {folder}',
  counting: 'Looking through the folder: {done} of {total}',
  fresh: '{count} new {count?PDF|PDFs}, {size} in total',
  done: '{count} already digested',
  waiting: '{count} already in the queue',
  include: 'Include',
  subfolders: { name: 'Subfolders', description: 'New PDFs in subfolders: {count}.' },
  large: { name: 'Large files', description: 'PDFs larger than this size (in MB): {count}.', limit: 'Size in megabytes' },
  locked: { name: 'Protected files', description: 'Protected PDFs: {count}. Those that need a password wait until you enter it.' },
  estimate:
    'Roughly {low}[ to {high}] tokens' +
    '[, of which up to about {reading} are for the second reading]. ' +
    'This estimate is based on the sizes of the files alone.',
  free: 'This costs nothing: the offline engine works on this device.',
  background: 'The PDFs are digested in the background. You can watch and pause this in the queue. It continues after a restart.',
  foundAgain: 'PDFs in the inbox folder that you leave out are digested at the next start, as long as this device digests new PDFs automatically.',
  start: 'Digest {count} {count?PDF|PDFs}',
  nothing: 'Nothing selected',
  cancel: 'Cancel',
  nothingNew: 'There are no new PDFs in {folder}.[ {count} already in the queue.]',
  goingOn: 'Continuing with {folder}: {count} {count?PDF is|PDFs are} left.',
};

/** English texts for completing notes that lack a digest or a second reading. */
export const completionEn = {
  menu: 'Complete this digest',
  isComplete: 'This digest is already complete.',
  title: 'Complete notes of the offline engine',
  question: 'Notes made by the offline engine: {count}. Should {model} write new digests for them? Your changes in these notes are kept.',
  estimate:
    'Roughly {low}[ to {high}] tokens' +
    '[, of which up to about {reading} are for the second reading]. ' +
    'This estimate is based on the sizes of the files alone.',
  complete: 'Complete them',
  later: 'Not now',
};

/** English texts of the command line. */
export const cliEn = {
  digest: 'Digest a PDF and print the path of its note',
  status: 'Show the queue',
  retry: 'Retry PDFs that failed or whose note has no digest yet',
  path: 'Path of the PDF in the vault',
  json: 'Print JSON',
  noPath: 'Give the path of a PDF: path=<path in the vault>.',
  noFile: 'The vault has no file {path}.',
  notPdf: '{path} is not a PDF.',
  full: 'The queue is full; {path} was not added.',
  gone: '{path} was deleted or changed in the meantime.',
  cancelled: '{path} was cancelled.',
  stopped: 'The app is closing.',
  pausedByUser: 'The queue is paused.',
  askedInApp: 'To answer, digest the PDF in the app.',
  working: 'Working: {text}',
  waiting: 'Waiting: {count}',
  needsYou: 'Waiting for you: {name}. {sentence}',
  failed: 'Failed: {name}. {sentence}',
  done: 'Done: {count}',
  idle: 'The queue is empty.',
  retried: 'PDFs to retry: {count}',
};

/** English texts of the dashboard. They are written into a file of the vault. */
export const dashboardEn = {
  existed: 'The dashboard already exists and was not changed.',
  views: { all: 'All digests', byState: 'By state', byStatus: 'By status', incomplete: 'Incomplete' },
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
