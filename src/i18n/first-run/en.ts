import { sampleContractEn } from './sample';

/** English texts of the first-run window. */
export const firstRunEn = {
  title: 'Get started',
  intro:
    'Put a PDF into one folder of your vault, and a note with its summary, to-dos and key facts appears. Every statement in the note is checked against the PDF and links to its place there.',
  folder: {
    name: 'Inbox folder',
    isNew: 'This folder does not exist yet. It will be created.',
    holds:
      'PDFs in this folder: {count}. Those without a note are digested as soon as you close this window.',
    waits:
      'PDFs in this folder: {count}. They wait until you digest them, because this device does not digest new PDFs automatically.',
  },
  provider: {
    name: 'Who writes the digest',
    offline:
      'The offline engine needs no account, and nothing leaves this device. A language model writes better digests.',
    hosted: 'The text of each PDF is sent to {provider}, which may charge for it.',
    local: 'The text of each PDF is sent to {provider} on your own computer, which needs no account.',
    custom: 'The text of each PDF is sent to the address that you enter here.',
  },
  key: {
    name: 'API key',
    description: 'The key is kept in the secret storage of this device and nowhere else.',
    kept: 'A key is already stored',
    get: 'How to get a key',
  },
  choose: 'Choose…',
  attempt: {
    name: 'Try it',
    description: 'Closes this window and digests one PDF now. A notice tells you when its note is ready.',
    sample: 'Sample contract',
    own: 'One of my PDFs…',
    pick: 'Choose a PDF',
    running: 'Digesting {name}…',
  },
  sample: sampleContractEn,
  later: 'You can change everything here later in the settings.',
  done: 'Done',
  skip: 'Skip',
};

/** The texts of the first-run window. Every language has the same keys and placeholders. */
export type FirstRunWords = typeof firstRunEn;
