/** English texts of the settings of requests. */
export const requestSettingsEn = {
  limits: {
    description: 'The question before large documents, tokens per day, and the size of requests.',
    cost: 'Cost',
    requests: 'Size of requests',
  },
  spentToday: {
    name: 'Used today',
    description: '{tokens} tokens on this device, as reported by the endpoint.',
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
      'Names and other words, one on each line. The model gets a mark in place of each word or value. The note contains the word or value itself.',
  },
  previewSent: {
    name: 'Show what would be sent',
    desc: 'Choose a PDF to see its text with the marks. Nothing is sent. Values in unusual forms may not be found, and nothing can be replaced in images of pages. If the provider is a program that runs the model on this device, nothing is replaced.',
  },
};
