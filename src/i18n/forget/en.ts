/** English texts of the command that removes what the plugin keeps on this device. */
export const forgetEn = {
  title: 'Forget everything kept on this device?',
  removed:
    'Removed: answers of models, passwords of PDFs, hashes and paths of files, the limits and features of endpoints, and your approvals of settings. Work in progress is cancelled.',
  stays:
    'Kept: your notes and PDFs, the settings, the API key in the secret storage of the app, the switch for automatic digests on this device, and the count of tokens used today.',
  after:
    'PDFs that were left out, for example because you deleted their notes, are digested again like new ones. If the settings send documents to an endpoint, they have to be approved on this device again.',
  agree: 'Forget everything',
  decline: 'Cancel',
  done: 'Removed from this device: {answers} {answers?answer|answers} of models, {files} {files?hash|hashes} of files, {passwords} {passwords?password|passwords}, the limits and features of endpoints, and your approvals. Secret storage cannot delete entries, so the passwords were overwritten with empty texts.',
  failed:
    'The answers of models could not be removed, because their database cannot be opened. Everything else was removed from this device. Restart the app and try again.',
};
