import { inboxSettingsEn } from './inbox/en';
import { modelSettingsEn } from './model/en';
import { digestSettingsEn } from './digest/en';
import { filingSettingsEn } from './filing/en';
import { requestSettingsEn } from './requests/en';

/** English texts of the settings tab. */
export const settingsEn = {
  ...inboxSettingsEn,
  ...modelSettingsEn,
  ...digestSettingsEn,
  ...filingSettingsEn,
  ...requestSettingsEn,
  groups: {
    inbox: 'Inbox',
    device: 'This device',
    model: 'Language model',
    digest: 'Digest',
    note: 'Note',
    scanned: 'Scanned pages',
    limits: 'Limits and cost',
  },
  forget: {
    name: 'Forget everything kept on this device',
    desc: 'Asks first, then removes answers of models, hashes, passwords and approvals from this device.',
  },
  options: {
    tagPolicy: {
      prefer: 'Tags of the vault, otherwise new ones',
      only: 'Only tags of the vault',
      new: 'Tags of the digest, whether the vault has them or not',
      none: 'No tags',
    },
    renameByTitle: { never: 'Never', ask: 'Ask each time', always: 'Automatically' },
    taskFormat: { plain: 'Plain text', tasks: 'Tasks (emoji)', dataview: 'Dataview (inline field)' },
    archive: { callout: 'Folded callout', details: 'Folded HTML block', none: 'Leave it out' },
    scannedPages: { skip: 'Leave them out', vision: 'Read them with the vision model' },
    outputLanguage: { auto: 'Same as the document' },
  },
  separator: ', ',
  rejected: 'These settings have invalid values, so their defaults are used: {names}',
  invalid: 'This value is not valid.',
};
