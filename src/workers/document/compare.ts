import { compareWithNote } from '../../note/changes/compare-with-note';
import type { PageComparer } from '../../note/changes/comparer';
import type { PageChanges } from '../../note/changes/page-changes';
import type { WarmWorker } from '../rpc/warm-worker';
import type { PdfJobs } from './pdf-jobs';
import type { DocumentContract, DocumentRequest } from './protocol';
import type { Sources } from './sources';

/** Maximum silence of the worker, in ms. It is long, because the worker may have to read the PDF again. */
const SILENCE = 120_000;

/** Creates the part of the comparison that runs on the main thread. */
export function createPageComparer(worker: WarmWorker<DocumentContract>, sources: Sources): PageComparer {
  return {
    compare: (pdf, note, signal) => {
      const request = { pdf: sources.of(pdf, {}), skip: sources.skipped(pdf), note };
      return worker.callWithRetry('compare', request, { signal, silence: SILENCE });
    },
  };
}

/** Runs in the worker: compares the pages of the PDF with the note. */
export async function compareInWorker(
  request: DocumentRequest & { readonly note: string },
  jobs: PdfJobs,
): Promise<PageChanges | null> {
  const changes = compareWithNote((await jobs.contentsOf(request)).pages, request.note);
  // The pages take memory, and no later job needs them.
  jobs.forgetContents();
  return changes;
}
