/** English texts of the settings for the digest and its note. */
export const digestSettingsEn = {
  prompt: {
    name: 'Instructions',
    description:
      'Tell the model what to pay attention to. The field shows the built-in instructions until you write others.',
  },
  resetPrompt: 'Reset to built-in',
  outputLanguage: {
    name: 'Output language',
    description: 'The language in which the model writes the digest.',
  },
  secondReading: {
    name: 'Read statements a second time',
    description:
      'A model reads each statement again, unless it is word for word in the PDF. It compares the statement with ' +
      'its passage, and corrects what the passage does not support. {cost}',
    cost: 'A document of a few pages needs about twice the tokens, and one of 500 pages about 5 % more.',
  },
  checkModel: {
    name: 'Model for the second reading',
    description: 'Name of the model. Leave it empty to use the model that writes the digest.',
  },
  noteFolder: {
    name: 'Note folder',
    description: 'Folder for new notes. Leave it empty to put each note beside its PDF.',
  },
  tags: {
    name: 'Tags',
    description: 'Tags that every note gets, whatever its PDF contains, separated by commas.',
  },
  taskFormat: { name: 'Due dates', description: 'The form in which the due date of a to-do is written.' },
  template: {
    name: 'Note template',
    description:
      'A note whose text is the layout of new notes. Leave it empty to use the built-in layout. To create such a note with the built-in layout, run this command: Write the built-in template.',
  },
  archive: { name: 'Original text', description: 'How the note keeps the whole text of the PDF.' },
  archiveLimit: {
    name: 'Length of the original text',
    description: 'Number of characters that the note keeps; 0 keeps everything.',
  },
};
