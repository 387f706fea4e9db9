/** English texts of the settings for properties, own fields, file names and tags. */
export const filingSettingsEn = {
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
  factProperties: {
    name: 'Key facts as properties',
    description:
      "Also write the document's number, parties, amounts and dates as properties of the note, so that you can sort and filter by them.",
  },
  me: {
    name: 'This is me',
    description:
      'Your name, company and role as documents write them, separated by commas. Your to-dos then come first, and those of others below them. Leave it empty to keep all to-dos together.',
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
  tagPolicy: {
    name: 'Choice of tags',
    description:
      'Which tags a digest gets: tags that your vault has, new ones, or none. Another setting has the tags that every note gets.',
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
      'When a digest is made, each field is also looked for in the document, and its value is checked like a fact. A confirmed value becomes a property of the note. Any other value is listed with the statements to verify. The offline engine finds values that stand after a label, as in “deposit: 500”.',
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
};
