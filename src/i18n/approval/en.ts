/** English texts for the approval of changed settings that decide which data leaves this device. */
export const approvalEn = {
  aspects: {
    inboxFolder: 'Inbox folder',
    endpoint: 'Address that documents are sent to',
    apiKey: 'API key',
    headers: 'Headers and their secrets',
    extraBody: 'Extra body of requests',
    model: 'Model',
    pageImages: 'Model that gets images of pages without text',
    secondReader: 'Model for the second reading',
    completion: 'Complete notes automatically',
    tags: 'Send the names of tags of the vault',
    onlyHere: 'Folders whose PDFs are not sent to a provider on the internet',
    redaction: 'Values that are replaced before text is sent',
  },
  change: '{name}: {to} (before: {from})',
  separator: ' · ',
  none: 'None',
  byDefault: 'Default',
  on: 'On',
  risks: {
    plain: 'This address is not encrypted: others on the network can read the documents and the API key',
    'look-alike': 'The host of this address looks like that of somebody else: read it letter by letter',
  },
  approve: 'Approve',
  undo: 'Change back',
};
