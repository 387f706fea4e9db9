/** English texts of the question whether changed settings may decide what leaves this device. */
export const approvalEn = {
  aspects: {
    inboxFolder: 'inbox folder',
    endpoint: 'address that documents are sent to',
    apiKey: 'API key',
    model: 'model',
    pageImages: 'model that gets images of pages without text',
    secondReader: 'model for the second reading',
    completion: 'complete notes automatically',
  },
  change: '{name}: {to} (before: {from})',
  separator: '; ',
  none: 'none',
  byDefault: 'the default',
  on: 'on',
  risks: {
    plain:
      'this address is not encrypted, so that others on the network can read the documents and the API key',
    'look-alike': 'the host of this address looks like that of somebody else, so read it letter by letter',
  },
  approve: 'Approve',
  undo: 'Change back',
};
