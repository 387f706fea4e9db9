import type { Checking } from '../../digest/digest';
import type { NoteContent } from '../../note/content';
import { makeNote } from '../../note/make-note';
import type { MadeNote, NoteMaker, NoteOrder } from '../../note/maker';
import type { Ask } from '../rpc/contract';
import type { WarmWorker } from '../rpc/warm-worker';
import type { DocumentContract, NoteQuestions } from './protocol';

/**
 * The worker is silent while it makes a note: one of millions of characters takes a slow phone seconds. In
 * ms.
 */
const SILENCE = 120_000;

/** The app's side of the note stage. */
export function createNoteMaker(worker: WarmWorker<DocumentContract>): NoteMaker {
  // A note takes no longer than the write that follows; unloading the plugin ends it with the worker.
  const options = { silence: SILENCE, signal: new AbortController().signal };
  return {
    make: (order, yaml) =>
      worker.callPatiently(
        'note',
        { ...order, content: sendable(order.content) },
        {
          ...options,
          answers: { yaml: async (properties) => yaml(properties) },
        },
      ),
    decide: (note, choices) => worker.callPatiently('decide', { note, choices }, options),
    isUnchanged: (note) => worker.callPatiently('isUnchanged', { note }, options),
  };
}

/** The worker's side. */
export function makeNoteInWorker(order: NoteOrder, ask: Ask<NoteQuestions>): Promise<MadeNote> {
  return makeNote(order, (properties) => ask('yaml', properties));
}

/**
 * Failures as plain data: an error loses its fields on the way, and one with an unclonable cause does not
 * cross.
 */
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
