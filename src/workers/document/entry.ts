/**
 * The main program of the document worker. It runs as a classic worker from a Blob URL, never on the main
 * thread.
 */
import './install-budget';
import './newer-builtins';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { loadWords } from '../../i18n/messages';
import { decideConflicts } from '../../note/make-note';
import { isUnchanged, reunite } from '../../note/merge';
import { removeGlobals } from '../rpc/remove-globals';
import { serve } from '../rpc/serve';
import { Assets } from './assets';
import { compareInWorker } from './compare';
import { digestInWorker } from './digest';
import { makeNoteInWorker } from './note';
import { PdfJobs } from './pdf-jobs';
import type { DocumentContract } from './protocol';

removeGlobals();
serve<DocumentContract>((packed) => {
  const jobs = new PdfJobs(new Assets(packed));
  /** Loads the plugin's texts, such as the headings of a note, and then runs `step`. */
  const withWords = async <Result>(step: () => Result | Promise<Result>): Promise<Result> => {
    await loadWords(packed.words);
    return step();
  };
  return {
    extract: (request, { report }) => jobs.extract(request, report),
    render: (request) => jobs.render(request),
    digest: (request, caller) => digestInWorker(request, jobs, caller),
    note: (request, { ask }) => withWords(() => makeNoteInWorker(request, ask)),
    decide: ({ note, choices }) => withWords(() => decideConflicts(note, choices)),
    isUnchanged: ({ note }) => withWords(() => isUnchanged(note)),
    reunite: ({ remaining, withdrawn }) => withWords(() => reunite(remaining, withdrawn)),
    compare: (request) => withWords(() => compareInWorker(request, jobs)),
  };
});
