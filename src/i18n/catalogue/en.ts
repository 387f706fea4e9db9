/** English texts for digesting a whole folder. */
export const catalogueEn = {
  title: 'Digest the PDFs in {folder}',
  counting: 'Looking through the folder: {done} of {total}',
  fresh: '{count} new {count?PDF|PDFs}, {size} in total',
  done: '{count} already digested',
  leftOut: '{count} left out, because you deleted their notes',
  waiting: '{count} already in the queue',
  include: 'Include',
  subfolders: { name: 'Subfolders', description: 'New PDFs in subfolders: {count}.' },
  large: {
    name: 'Large files',
    description: 'PDFs larger than this size (in MB): {count}.',
    limit: 'Size in megabytes',
  },
  locked: {
    name: 'Protected files',
    description: 'Protected PDFs: {count}. Those that need a password wait until you enter it.',
  },
  estimate:
    'Roughly {low}[ to {high}] tokens' +
    '[, of which up to about {reading} are for the second reading]. ' +
    'This estimate is based on the sizes of the files alone.',
  free: 'This costs nothing: the offline engine works on this device.',
  background:
    'The PDFs are digested in the background. You can watch and pause this in the queue. It continues after a restart.',
  newInbox:
    'This folder is the inbox now: PDFs that arrive in it are digested. Choose which of the PDFs already in it are also digested.',
  foundAgain:
    'If you leave out PDFs of the inbox folder, this device does not digest them later either. The queue lists them, and you can digest them from there.',
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
  question:
    'Notes made by the offline engine: {count}. Should {model} write new digests for them? Your changes in these notes are kept.',
  estimate:
    'Roughly {low}[ to {high}] tokens' +
    '[, of which up to about {reading} are for the second reading]. ' +
    'This estimate is based on the sizes of the files alone.',
  complete: 'Complete them',
  later: 'Not now',
};
