import { sampleContractEn } from './sample';

/** English words of the first run. */
export const firstRunEn = {
  title: 'Get started',
  intro:
    'Put a PDF into one folder of your vault, and a note with its summary, action items and key facts appears. Every statement in it is checked against the PDF and links to its place there.',
  folder: {
    name: 'Inbox folder',
    isNew: 'This folder does not exist yet. It will be created.',
    holds: 'PDFs in this folder: {count}. Those without a note are digested as soon as you are done here.',
    waits: 'PDFs in this folder: {count}. They wait until you have them digested: this device does not process by itself.',
  },
  provider: {
    name: 'Who writes the digest',
    offline: 'The offline engine needs no account, and nothing leaves this device. A language model writes better digests.',
    hosted: 'The text of each PDF is sent to {provider}, which may charge for it.',
    local: 'The text of each PDF is sent to {provider} on your own machine, which needs no account.',
    custom: 'The text of each PDF is sent to the address you type here.',
  },
  key: {
    name: 'API key',
    description: 'Kept in the secret storage of this device, and nowhere else.',
    kept: 'A key is stored already',
    get: 'How to get a key',
  },
  choose: 'Choose…',
  attempt: {
    name: 'Try it',
    description: 'Closes this window and digests one PDF now. A notice tells when its note is ready.',
    sample: 'Sample contract',
    own: 'One of my PDFs…',
    pick: 'Choose a PDF',
    running: 'Digesting {name}…',
  },
  sample: sampleContractEn,
  later: 'Everything here can be changed in the settings.',
  done: 'Done',
  skip: 'Skip',
};

/** The words of the first run; every language has the same keys and placeholders. */
export type FirstRunWords = typeof firstRunEn;
