import { brands } from '../brands';

/** English texts of the settings tab. */
export const settingsEn = {
  groups: {
    inbox: 'Inbox',
    device: 'This device',
    model: 'Language model',
    digest: 'Digest',
    note: 'Note',
    scanned: 'Scanned pages',
    limits: 'Limits and cost',
  },
  limits: {
    description: 'When to ask before a document is digested, tokens per day, and the size of requests.',
    cost: 'Cost',
    requests: 'Size of requests',
  },
  inboxFolder: {
    name: 'Inbox folder',
    description:
      'PDFs in this folder and its subfolders are digested. Enter / for the whole vault. Further folders can be added on a page below.',
  },
  noteFolder: {
    name: 'Note folder',
    description: 'Folder for new notes. Leave it empty to put each note beside its PDF.',
  },
  auto: {
    name: 'Digest new PDFs on this device',
    description:
      'Turn this off on devices that you only read on. This setting applies to this device alone and is not synced. When several devices share the vault, a device that receives a PDF by sync waits until no more files arrive, and for a few seconds more, because the note of another device may follow. If the note arrives even later, both devices have paid for a digest, and one note stays.',
  },
  firstRun: {
    name: 'Set up step by step',
    desc: 'Opens the setup window of the first start, in which you can try a sample PDF.',
  },
  forget: {
    name: 'Forget everything kept on this device',
    desc: 'Asks first, then removes answers of models, hashes, passwords and approvals from this device.',
  },
  moreInboxFolders: {
    name: 'More inbox folders',
    description: 'Further folders whose PDFs are digested.',
    add: 'Add inbox folder',
  },
  rules: {
    name: 'Folders and kinds',
    description:
      'Further inbox folders, and rules. A rule gives a folder or a kind of document its own template, note folder and tags. For a folder, it can also set instructions, and keep the PDFs away from providers.',
    heading: 'Rules',
    empty:
      'With a rule, the PDFs of one folder or one kind of document get their own template, tags and note folder. A rule for a folder can also set instructions, and keep its PDFs away from providers. If several rules fit, the first one counts, and a rule for a folder counts before one for a kind.',
    add: 'Add rule',
    title: 'Rule',
    appliesTo: 'Applies to',
    folder: 'PDFs in a folder',
    folderField: { name: 'Folder', description: 'The rule also applies to its subfolders.' },
    forFolder: 'Folder: {folder}',
    wholeVault: 'The whole vault',
    forKind: 'Kind: {kind}',
    localOnly: {
      name: 'Never send to a provider on the internet',
      description:
        'If your model runs on this device or in your own network, it digests the PDFs of this folder. Otherwise the offline engine does.',
    },
    instructions: { name: 'Instructions', description: 'Instead of the instructions for all documents.' },
    template: { name: 'Template', description: 'Path of a template note.' },
    noteFolder: { name: 'Note folder', description: 'Folder for new notes.' },
    tags: { name: 'Tags', description: 'Instead of the tags for all notes.' },
    shows: '{name}: {value}',
    separator: ' \u00b7 ',
    save: 'Save rule',
    invalid: 'Enter the path of a folder. Check the other fields, too: names must not begin with a dot.',
  },
  provider: {
    name: 'Provider',
    description:
      'The offline engine or the provider of the model that writes the digest. The offline engine needs no account and sends nothing over the network. The settings of requests, cost and scanned pages appear when you choose a provider.',
  },
  baseUrl: {
    name: 'Base URL',
    description:
      'Address of an OpenAI-compatible endpoint. If it is empty, the address of the provider is used. A custom endpoint has no default.',
  },
  model: {
    name: 'Model',
    description:
      'Name of the model. If it is empty, the default of the provider is used. A custom endpoint has no default.',
  },
  apiKeySecret: {
    name: 'API key',
    description: 'Kept in the secret storage of this device, never in the settings file or in notes.',
    missing:
      'No key is stored on this device. If the provider needs one, enter it here or choose a secret that has it.',
    enter: 'Enter the key',
  },
  prompt: {
    name: 'Instructions',
    description:
      'Tell the model what to pay attention to. The field shows the built-in instructions until you write others.',
  },
  outputLanguage: {
    name: 'Output language',
    description: 'The language in which the model writes the digest.',
  },
  secondReading: {
    name: 'Read statements a second time',
    description:
      'A model reads each statement again, unless it is word for word in the PDF. It compares the statement with ' +
      'its passage, and corrects what the passage does not support. {cost}',
    cost: 'This about doubles the tokens for a document of a few pages, and adds about 5 % for one of 500 pages.',
  },
  checkModel: {
    name: 'Model for the second reading',
    description: 'Name of the model. Leave it empty to use the model that writes the digest.',
  },
  tags: {
    name: 'Tags',
    description: 'Tags that every note gets, whatever its PDF contains, separated by commas.',
  },
  taskFormat: { name: 'Due dates', description: 'The form in which the due date of a to-do is written.' },
  completeByItself: {
    name: 'Complete notes automatically',
    description:
      'When the model can be used again, write the missing digests, repeat the second readings that ' +
      'failed, and replace the digests of the offline engine. This costs tokens.',
  },
  factProperties: {
    name: 'Key facts as properties',
    description:
      "Also write the document's number, parties, amounts and dates as properties of the note, so that you can sort and filter by them.",
  },
  redaction: {
    name: 'What is sent',
    description: 'Values that are replaced before text is sent, and a preview of the text.',
    values: 'Replaced before text is sent',
  },
  idCard: {
    name: 'Identity numbers',
    description: 'Numbers of identity cards, passports and some other documents.',
  },
  bankCard: {
    name: 'Bank cards and accounts',
    description: 'Card numbers, international account numbers, and numbers after words such as “account”.',
  },
  phone: { name: 'Phone numbers', description: 'Mobile, landline and fax numbers.' },
  email: { name: 'E-mail addresses', description: 'Also those with spaces or line breaks.' },
  redact: {
    name: 'Own words',
    description:
      'Names and other words, one on each line. The model gets a mark in place of each word or value, and the note gets it again.',
  },
  previewSent: {
    name: 'Show what would be sent',
    desc: 'Choose a PDF to see its text with the marks. Nothing is sent. Values in unusual forms may not be found, and nothing can be replaced in images of pages. If your model runs on this device and you chose the preset of its program, nothing is replaced.',
  },
  filing: {
    name: 'Filing',
    description: 'Title, key facts, names of files, tags, and which to-dos are yours.',
    facts: 'Title, key facts and to-dos',
    names: 'Names of files',
    tags: 'Tags of digests',
  },
  titleAsHeading: {
    name: 'Title as heading',
    description: "Begin each note with the document's title instead of the words “PDF digest”.",
  },
  renameByTitle: {
    name: 'Rename new PDFs to their title',
    description:
      'Whether a new PDF and its note get a name that is made of the title and facts of the document. Links to them are updated, and you can undo it. To do this for one PDF, run this command: Rename to its title.',
  },
  renamePattern: {
    name: 'Pattern of names',
    description:
      'The placeholders are {date}, {title}, {kind}, {number}, {seller}, {buyer} and {party}. The date is that of the document. A value that is not known is left out.',
    invalid:
      'Use at least one of these placeholders, and no others: {date}, {title}, {kind}, {number}, {seller}, {buyer}, {party}.',
  },
  me: {
    name: 'This is me',
    description:
      'Your name, company and role as documents write them, separated by commas. Your to-dos then come first, and those of others below them. Leave it empty to keep all to-dos together.',
  },
  tagPolicy: {
    name: 'Choice of tags',
    description:
      'Which tags a digest gets: tags that your vault has, new ones, or none. The tags that every note gets have a setting of their own.',
  },
  tagPrefix: {
    name: 'Prefix of new tags',
    description:
      'Text that is put before each tag that your vault does not have yet. If it ends with a slash, as in “work/”, the tags are nested.',
  },
  tagsInProperty: {
    name: 'Tags of digests as property',
    description: 'Also write the tags of the digest into the property “tags”.',
  },
  tagsToModel: {
    name: 'Let the model know tags of the vault',
    description:
      'Send the names of the 100 tags that your notes use most to the provider, together with each PDF, so that the model chooses from them.',
  },
  ownFields: {
    name: 'Own fields',
    description: 'Further values that notes get as properties: their names, and what to look for.',
    heading: 'Fields',
    empty:
      'Each field is looked for in the document together with the digest, and checked like every fact. A confirmed value becomes a property of the note; any other value is listed as to be verified. The offline engine finds values that stand after a label, as in “deposit: 500”.',
    add: 'Add field',
    title: 'Field',
    fieldName: {
      name: 'Name',
      description: 'Name of the property. It begins with a letter, and no other field has it.',
    },
    type: { name: 'Type', description: 'A value that does not have this type does not become a property.' },
    ask: {
      name: 'What to look for',
      description: 'A few words, such as the label in your documents. Leave it empty if the name says it.',
    },
    kinds: {
      name: 'Kinds of documents',
      description: 'Leave all unticked to look for the field in every document.',
    },
    shows: '{type} \u00b7 {kinds}',
    allKinds: 'All kinds',
    separator: ', ',
    save: 'Save field',
    invalid:
      'Enter a name that begins with a letter and that no other field has. The properties of the plugin and of the app, such as “tags”, cannot be fields.',
  },
  template: {
    name: 'Note template',
    description:
      'A note whose text is the layout of new notes. Leave it empty to use the built-in layout. To get a note to start from, run this command: Write the built-in template.',
  },
  archive: { name: 'Original text', description: 'How the note keeps the whole text of the PDF.' },
  archiveLimit: {
    name: 'Length of the original text',
    description: 'Number of characters that the note keeps; 0 keeps everything.',
  },
  scannedPages: {
    name: 'Pages without text',
    description:
      'What to do with scanned pages. To read them, the plugin sends images of these pages to the vision model.',
  },
  visionModel: {
    name: 'Vision model',
    description:
      'Model that reads scanned pages. If it is empty, the default of the provider is used. A custom endpoint has no default.',
  },
  contextTokens: {
    name: 'Context size',
    description:
      'Number of tokens that the model can take in at once; 0 uses the value that the plugin knows for the provider.',
  },
  maxOutputTokens: {
    name: 'Longest answer',
    description:
      'Number of tokens that an answer may have; 0 uses the value that the plugin knows for the provider.',
  },
  concurrency: {
    name: 'Requests at once',
    description:
      'Number of requests for a long document that may run at the same time; 0 uses the value that the plugin knows for the provider.',
  },
  advanced: {
    name: 'Advanced',
    description: 'How long requests may take, how many are sent, and what is added to them.',
    requests: 'Requests',
  },
  silenceSeconds: {
    name: 'Seconds of silence',
    description:
      'How long to wait while the endpoint sends nothing; 0 uses the value that the plugin knows for the provider. Some endpoints send the whole answer at once; it then has to arrive within this time.',
  },
  settleSeconds: {
    name: 'Wait until a PDF is complete',
    description:
      'Seconds for which the file must not change before it is read. Increase it when a scanner pauses between pages.',
  },
  requestsPerMinute: {
    name: 'Requests per minute',
    description: 'Further requests wait until the minute is over; 0 means no limit.',
  },
  extraBody: {
    name: 'Extra body',
    description:
      'A JSON object whose members are added to each request to the model, such as parameters of your provider.',
    invalid:
      'This is not a JSON object, or it has a member that the plugin sets itself, such as "model" or "messages".',
  },
  extraHeaders: {
    name: 'Headers of your own',
    description:
      'Headers that are sent with each request, such as those of a gateway. Their values are kept in the secret storage of this device.',
    secret: 'Secret: {secret}',
    add: 'Add header',
    headerName: 'Name',
    headerValue: 'Value',
    headerValueHint: 'Choose the secret that has the value.',
    invalid:
      'Enter a name that no other header of the list has, and choose a secret. Some headers, such as those of cookies, cannot be set.',
  },
  confirmAboveTokens: {
    name: 'Ask before large documents',
    description: 'Ask first when a document is estimated to need more tokens than this; 0 never asks.',
  },
  dailyTokenLimit: {
    name: 'Tokens per day',
    description:
      'Number of tokens that may be used per day. When a PDF needs more than are left, the queue pauses until midnight; 0 means no limit.',
  },
  options: {
    tagPolicy: {
      prefer: 'Tags of the vault, otherwise new ones',
      only: 'Only tags of the vault',
      new: 'As the digest gives them',
      none: 'No tags',
    },
    renameByTitle: { never: 'Never', ask: 'Ask each time', always: 'Automatically' },
    taskFormat: { plain: 'Plain text', tasks: 'Tasks (emoji)', dataview: 'Dataview (inline field)' },
    archive: { callout: 'Folded callout', details: 'Folded HTML block', none: 'Leave it out' },
    scannedPages: { skip: 'Leave them out', vision: 'Read them with the vision model' },
    outputLanguage: { auto: 'Same as the document' },
  },
  providers: {
    ...brands,
    offline: 'Offline engine',
  },
  spentToday: {
    name: 'Used today',
    description: '{tokens} tokens on this device, as reported by the endpoint.',
  },
  createFolder: 'Create folder',
  folderMissing: 'The inbox folder does not exist yet.',
  folderCreated: 'Folder {folder} created.',
  changeProvider: {
    title: 'Change provider',
    question:
      'You have entered an address or a model of your own. Replace it with the default of the new provider?',
    replace: 'Replace',
    keep: 'Keep mine',
    cancel: 'Cancel',
  },
  modelPicker: {
    name: 'Choose a model',
    description: 'Loads the list of models from the endpoint.',
    placeholder: 'Choose a model, or type its name',
    loading: 'Loading the models…',
    useTyped: 'Use {model}',
    unknown: 'The endpoint does not know {model}. The models with the nearest names come first.',
    none: 'The endpoint does not list its models. Type the name of a model.',
    failure: '{sentence} {wayOn} You can still type the name of a model.',
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
  rejected: 'These settings have invalid values, so their defaults are used: {names}',
  invalid: 'This value is not valid.',
};
