/** The document worker's main program. Runs as a classic worker from a Blob URL; nothing of it runs in the app's thread. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { causesOf } from '../../causes';
import { digestInWorker } from './digest-in-worker';
import type { DigestAnswer, DigestJob, DigestMessage, DigestQuestion } from './digest-protocol';
import { Failure } from '../../failure';
import type { OnWords } from '../../llm/model';
import { compareWithNote } from '../../note/changes/compare-with-note';
import { factProperties } from '../../digest/fact-properties';
import { decideInWorker, noteInWorker } from '../../note/make-note';
import type { NoteAnswer, NoteQuestion } from './note-protocol';
import { Assets } from './assets';
import { PdfJobs } from './pdf-jobs';
import { kindOfFailure, WorkerFailure } from '../../pdf/read/open-document';
import type { FromWorker, Job, JobMessage, ToWorker } from './protocol';
import { Questions, Unanswered } from '../rpc/questions';

function post(message: FromWorker): void {
  self.postMessage(message);
}

function failed({ type }: Job, thrown: unknown): JobMessage {
  const kind = thrown instanceof WorkerFailure || thrown instanceof Failure ? thrown.kind
    : type === 'extract' || type === 'render' ? kindOfFailure(thrown) : 'unexpected';
  const unanswered = thrown instanceof Unanswered ? { unanswered: thrown.question } : {};
  return { type: 'failed', kind, message: String(thrown), causes: causesOf(thrown), ...unanswered };
}

/** Facts are read as properties here, where numbers and dates are known, and not in the app's thread. */
function withProperties(message: DigestMessage): DigestMessage {
  if (message.type !== 'digested') return message;
  const { digest } = message.result;
  return { ...message, result: { ...message.result, digest: { ...digest, properties: factProperties(digest.facts) } } };
}

/** Does jobs one after the other; the app sends the next one when it likes. */
class Program {
  readonly #jobs: PdfJobs;
  readonly #questions = new Questions((question, asked) => this.#say({ type: 'question', question, asked }));
  #job = 0;

  constructor(jobs: PdfJobs) {
    this.#jobs = jobs;
  }

  get questions(): Questions {
    return this.#questions;
  }

  async run(job: number, work: Job): Promise<void> {
    this.#job = job;
    try {
      await this.#do(work);
    } catch (thrown) {
      this.#say(failed(work, thrown));
    }
  }

  async #do(work: Job): Promise<void> {
    const say = (says: JobMessage): void => this.#say(says);
    switch (work.type) {
      case 'extract':
        return this.#jobs.extract(work, say);
      case 'render':
        return this.#jobs.render(work, say);
      case 'digest':
        return this.#digest(work);
      case 'note':
        return say(await noteInWorker(work, (question) => this.#askYaml(question)));
      case 'decide':
        return say(decideInWorker(work));
      case 'compare':
        say({ type: 'compared', changes: compareWithNote(await this.#jobs.pagesOf(work), work.note) });
        // Whatever is done with the document next reads it again.
        this.#jobs.forgetPages();
    }
  }

  async #digest(work: DigestJob): Promise<void> {
    const ask = (question: DigestQuestion, onWords?: OnWords): Promise<DigestAnswer> => this.#askDigest(question, onWords);
    await digestInWorker(work, await this.#jobs.pagesOf(work), ask, (message) => this.#say(withProperties(message)));
    this.#jobs.forgetPages();
  }

  async #askDigest(question: DigestQuestion, onWords?: OnWords): Promise<DigestAnswer> {
    const answer = await this.#questions.ask(question, onWords);
    if (typeof answer === 'string') throw new TypeError(`YAML is no answer to ${question.type}.`);
    return answer;
  }

  async #askYaml(question: NoteQuestion): Promise<NoteAnswer> {
    const answer = await this.#questions.ask(question);
    if (typeof answer !== 'string') throw new TypeError('YAML was asked for, and none came.');
    return answer;
  }

  #say(says: JobMessage): void {
    post({ type: 'job', job: this.#job, says });
  }
}

function serve(): void {
  let program: Program | undefined;
  let last: Promise<void> = Promise.resolve();
  self.addEventListener('message', ({ data: message }: MessageEvent<ToWorker>) => {
    if (message.type === 'assets') {
      program = new Program(new PdfJobs(new Assets(message.assets)));
      return;
    }
    const running = program;
    if (running === undefined) throw new Error('A job came before the assets.');
    switch (message.type) {
      case 'job':
        last = last.then(() => running.run(message.job, message.work));
        return;
      case 'words':
        running.questions.words(message.question, message.words);
        return;
      case 'answer':
        running.questions.answered(message.question, message.answer);
        return;
      case 'no-answer':
        running.questions.unanswered(message.question, message.kind, message.details);
    }
  });
  post({ type: 'ready' });
}

serve();
