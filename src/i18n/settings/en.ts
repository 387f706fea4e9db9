import { brands } from '../brands';

/** English words of the settings tab. */
export const settingsEn = {
  groups: {
    inbox: 'Inbox',
    model: 'Language model',
    digest: 'Digest',
    note: 'Note',
    scanned: 'Scanned pages',
    limits: 'Limits and cost',
  },
  inboxFolder: { name: 'Inbox folder', description: 'PDFs in this folder and below it are digested. Use / for the whole vault.' },
  noteFolder: { name: 'Note folder', description: 'Where notes are written. Leave it empty to put each note beside its PDF.' },
  auto: {
    name: 'Process new PDFs on this device',
    description:
      'Turn this off on devices that only read. Applies to this device alone and is not synced. Where several devices share the vault, one that receives a PDF by sync first waits a few seconds, at random, so that two do not pay for the same digest.',
  },
  firstRun: { name: 'Set up step by step', desc: 'Opens the window of the first start, with a PDF to try.' },
  provider: {
    name: 'Provider',
    description: 'Who makes the digest. The offline engine needs no account and sends nothing anywhere.',
  },
  baseUrl: { name: 'Base URL', description: 'Address of an OpenAI-compatible endpoint. Leave it empty for the default.' },
  model: { name: 'Model', description: 'Name of the model. Leave it empty for the default.' },
  apiKeySecret: {
    name: 'API key',
    description: 'Kept in the secret storage of this device, never in the settings file or in notes.',
  },
  prompt: {
    name: 'Instructions',
    description: 'What the digest should pay attention to. Leave it empty for the built-in instructions.',
  },
  outputLanguage: { name: 'Output language', description: 'Language of the digest.' },
  secondReading: {
    name: 'Read statements a second time',
    description:
      'The model reads each statement again, with the passage it rests on, and corrects what the passage ' +
      'does not support. {cost}',
    cost:
      'This takes about a tenth to a third more tokens for a short document, a few per cent more for a ' +
      'long one.',
  },
  checkModel: {
    name: 'Model for the second reading',
    description: 'Name of the model. Leave it empty for the one that writes the digest.',
  },
  tags: { name: 'Tags', description: 'Tags of each note, separated by commas.' },
  taskFormat: { name: 'Due dates', description: 'How the date of an action item is written.' },
  completeByItself: {
    name: 'Complete notes automatically',
    description:
      'When the model can be asked again, write the digests that are still missing, read statements a ' +
      'second time where that failed, and replace the digests of the offline engine. This costs tokens.',
  },
  factProperties: {
    name: 'Key facts as properties',
    description: 'Write numbers, parties, amounts and dates as properties of the note, too, so that they can be sorted and filtered.',
  },
  template: {
    name: 'Note template',
    description: 'A note whose text is the layout of new notes. Leave it empty for the built-in one; a command writes that as a start.',
  },
  archive: { name: 'Original text', description: 'How the whole text of the PDF is kept in the note.' },
  archiveLimit: { name: 'Length of the original text', description: 'Characters to keep; 0 keeps everything.' },
  scannedPages: {
    name: 'Pages without text',
    description: 'What to do with scanned pages. Reading them sends their images to the vision model.',
  },
  visionModel: { name: 'Vision model', description: 'Model for scanned pages. Leave it empty for the default.' },
  contextTokens: { name: 'Context size', description: 'Tokens the model can take in at once; 0 is the default.' },
  maxOutputTokens: { name: 'Longest answer', description: 'Tokens the model may answer with; 0 is the default.' },
  concurrency: { name: 'Requests at once', description: 'For long documents; 0 is the default.' },
  timeoutSeconds: { name: 'Time limit', description: 'Seconds to wait for an answer; 0 is the default.' },
  confirmAboveTokens: { name: 'Ask before large documents', description: 'Ask first above this estimate of tokens; 0 never asks.' },
  dailyTokenLimit: { name: 'Tokens a day', description: 'Stop for the day when they are used up; 0 is no limit.' },
  options: {
    taskFormat: { plain: 'Plain text', tasks: 'Tasks (emoji)', dataview: 'Dataview (inline field)' },
    archive: { callout: 'Folded callout', details: 'Folded HTML block', none: 'Leave it out' },
    scannedPages: { skip: 'Leave them out', vision: 'Read them with the vision model' },
    outputLanguage: { auto: 'Same as the document' },
  },
  providers: {
    ...brands,
    offline: 'Offline engine',
  },
  spentToday: { name: 'Used today', description: '{tokens} tokens on this device, as the endpoint reported them.' },
  createFolder: 'Create folder',
  folderMissing: 'This folder does not exist yet.',
  folderCreated: 'Folder {folder} created.',
  changeProvider: {
    title: 'Change provider',
    question: 'You have an address or a model of your own. Replace them by those of the new provider?',
    replace: 'Replace',
    keep: 'Keep mine',
    cancel: 'Cancel',
  },
  modelPicker: {
    name: 'Choose a model',
    description: 'Asks the endpoint which models it has.',
    placeholder: 'Choose a model, or type its name',
    loading: 'Asking the endpoint…',
    useTyped: 'Use {model}',
    none: 'The endpoint does not name its models. Type the name of one.',
    failure: '{sentence} {wayOn} You can type the name of a model all the same.',
  },
  resetPrompt: 'Reset to built-in',
  testConnection: {
    name: 'Test connection',
    description: 'Sends one very short request to the model.',
    button: 'Test',
    running: 'Testing…',
    success: 'The connection works: {model} answered.',
    failure: 'The connection does not work. {sentence} {wayOn}',
    offline: 'The offline engine needs no connection.',
  },
  separator: ', ',
  rejected: 'These settings could not be used and are at their defaults: {names}',
  invalid: 'This value cannot be used.',
};
