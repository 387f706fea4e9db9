import type { Sources } from './sources';
import { runPatiently } from '../rpc/run-patiently';
import type { WarmWorker } from '../rpc/warm-worker';
import type { PageComparer } from '../../note/changes/comparer';

/** Nothing is said while pages are compared, nor while they are read again. In ms. */
const SILENCE = 120_000;

/** The app's side of comparing, over the worker that has extracted the document. */
export function createPageComparer(worker: WarmWorker, sources: Sources): PageComparer {
  return {
    compare: async (pdf, note, signal) => {
      const work = { type: 'compare', pdf: sources.of(pdf, {}), skip: sources.skipped(pdf), note } as const;
      const { changes } = await runPatiently(
        worker,
        { work, silence: SILENCE, onMessage: (message) => (message.type === 'compared' ? message : undefined) },
        signal,
      );
      return changes;
    },
  };
}
