import type { Checking } from '../../digest/digest';
import type { NoteContent } from '../../note/content';
import { makeNote } from '../../note/make-note';
import type { MadeNote, NoteMaker, NoteOrder } from '../../note/maker';
import type { Ask } from '../rpc/contract';
import type { WarmWorker } from '../rpc/warm-worker';
import type { DocumentContract, NoteQuestions } from './protocol';

/**
 * Maximum time without a message of the worker, in ms. On a slow phone, a note of millions of characters
 * takes seconds.
 */
const SILENCE = 120_000;

/** Creates the note maker for the main thread. Its functions call the worker. */
export function createNoteMaker(worker: WarmWorker<DocumentContract>): NoteMaker {
  // This signal is never aborted: making a note takes seconds, and unloading the plugin ends the worker.
  const options = { silence: SILENCE, signal: new AbortController().signal };
  return {
    make: (order, yaml) =>
      worker.callWithRetry(
        'note',
        { ...order, content: sendable(order.content) },
        {
          ...options,
          answers: { yaml: async (properties) => yaml(properties) },
        },
      ),
    decide: (note, choices) => worker.callWithRetry('decide', { note, choices }, options),
    isUnchanged: (note) => worker.callWithRetry('isUnchanged', { note }, options),
    reunite: (remaining, withdrawn) => worker.callWithRetry('reunite', { remaining, withdrawn }, options),
  };
}

export function makeNoteInWorker(order: NoteOrder, ask: Ask<NoteQuestions>): Promise<MadeNote> {
  return makeNote(order, (properties) => ask('yaml', properties));
}

/** Replaces errors by plain data, because an error that is sent in a message loses its fields. */
function sendable(content: NoteContent): NoteContent {
  const { reason, digest, notRead } = content;
  return {
    ...content,
    ...(reason === undefined ? {} : { reason: plain(reason) }),
    ...(digest === undefined ? {} : { digest: { ...digest, checking: sendableChecking(digest.checking) } }),
    notRead: notRead.map(withPlainFailure),
  };
}

function sendableChecking(checking: Checking): Checking {
  const { notRead } = checking;
  return notRead === undefined ? checking : { ...checking, notRead: withPlainFailure(notRead) };
}

type Reason = NonNullable<NoteContent['reason']>;

function withPlainFailure<Part extends { readonly failure?: Reason | undefined }>(part: Part): Part {
  return part.failure === undefined ? part : { ...part, failure: plain(part.failure) };
}

function plain({ kind, details }: Reason): Reason {
  return { kind, details };
}
