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
