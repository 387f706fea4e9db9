/** English texts of the settings for inbox folders, and for rules about folders and kinds of documents. */
export const inboxSettingsEn = {
  inboxFolder: {
    name: 'Inbox folder',
    description:
      'PDFs in this folder and its subfolders are digested. Enter / for the whole vault. Further folders can be added on a page below.',
  },
  createFolder: 'Create folder',
  folderMissing: 'The inbox folder does not exist yet.',
  folderCreated: 'Folder {folder} created.',
  auto: {
    name: 'Digest new PDFs on this device',
    description:
      'Turn this off on devices that you only read on. This setting applies to this device alone and is not synced. When several devices share the vault, a device that receives a PDF by sync waits until no more files arrive, and for a few seconds more, because the note of another device may follow. If the note arrives even later, both devices have paid for a digest, and one note stays.',
  },
  settleSeconds: {
    name: 'Wait until a PDF is complete',
    description:
      'Seconds for which the file must not change before it is read. Increase it when a scanner pauses between pages.',
  },
  firstRun: {
    name: 'Set up step by step',
    desc: 'Opens the setup window of the first start, in which you can try a sample PDF.',
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
    templateMissing: 'This note does not exist yet. Until it does, the built-in layout is used.',
    noteFolder: { name: 'Note folder', description: 'Folder for new notes.' },
    tags: { name: 'Tags', description: 'Instead of the tags for all notes.' },
    shows: '{name}: {value}',
    separator: ' \u00b7 ',
    save: 'Save rule',
    invalid: 'Enter the path of a folder. Check the other fields, too: names must not begin with a dot.',
  },
};
