/** English texts for renaming a PDF and its note to the document's title. */
export const renameEn = {
  ask: 'Rename {from} and its note to “{to}”?',
  askAll: '{count} new PDFs and their notes can get names made of title and facts.',
  renameAll: 'Rename all {count}',
  lookAtEach: 'Look at each',
  keepAll: 'Keep the names',
  newNames: 'New names',
  becomes: 'New name: {to}',
  rename: 'Rename',
  keep: 'Keep the name',
  done: 'The new name of {from} and its note is {to}.',
  doneAll: '{count} PDFs and their notes were renamed.',
  same: 'The name of {name} already matches its title.',
  untitled:
    'None of the values in the pattern is known for {name}. Change “Pattern of names” in the settings.',
  busy: '{name} is being digested. Rename it afterwards.',
  undo: 'Undo',
  undone: '{from} and its note are called {to} again.',
  undoneAll: '{count} PDFs and their notes have their old names again.',
  notUndone:
    '{name} or its note was renamed, moved or deleted since then, or the old name is taken, so nothing was undone.',
};
