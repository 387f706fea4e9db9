import type { Checking } from '../../digest/digest';
import { runPatiently } from '../rpc/run-patiently';
import type { Task, WarmWorker } from '../rpc/warm-worker';
import type { NoteContent } from '../../note/content';
import type { MadeNote, NoteMaker } from '../../note/maker';

/** Nothing is said while a note is made: one of millions of characters takes a slow phone seconds. In ms. */
const SILENCE = 120_000;

/** The app's side of the note stage. */
export function createNoteMaker(worker: WarmWorker): NoteMaker {
  const run = (task: Omit<Task<MadeNote>, 'silence' | 'onMessage'>): Promise<MadeNote> => {
    const onMessage: Task<MadeNote>['onMessage'] = (message) => (message.type === 'noted' ? message : undefined);
    // Takes no longer than the write it is followed by; it ends with the worker when the plugin is unloaded.
    return runPatiently(worker, { ...task, silence: SILENCE, onMessage }, new AbortController().signal);
  };
  return {
    make: (order, yaml) =>
      run({
        work: { type: 'note', ...order, content: sendable(order.content) },
        answer: (question) => {
          if (question.type !== 'yaml') throw new TypeError(`A note does not ask for ${question.type}.`);
          return Promise.resolve(yaml(question.properties));
        },
      }),
    decide: (note, choices) => run({ work: { type: 'decide', note, choices } }),
  };
}

/** An error that crosses to a worker loses what it says of itself, or does not cross for what caused it. */
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
