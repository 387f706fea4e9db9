/** The PDF worker's main program. Runs as a classic worker from a Blob URL; nothing of it runs in the app's thread. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { FromWorker, Job, JobMessage, ToWorker } from '../protocol';
import { Assets } from './assets';
import { Jobs } from './jobs';
import { kindOfFailure, WorkerFailure } from './open-document';

function post(message: FromWorker): void {
  self.postMessage(message);
}

async function run(jobs: Jobs, job: number, work: Job): Promise<void> {
  const say = (says: JobMessage): void => post({ type: 'job', job, says });
  try {
    if (work.type === 'extract') await jobs.extract(work, say);
    else await jobs.render(work, say);
  } catch (thrown) {
    const kind = thrown instanceof WorkerFailure ? thrown.kind : kindOfFailure(thrown);
    say({ type: 'failed', kind, message: String(thrown) });
  }
}

/** Jobs run one after the other; the app sends the next one when it likes. */
function serve(): void {
  let jobs: Jobs | undefined;
  let last: Promise<void> = Promise.resolve();
  self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
    const message = event.data;
    if (message.type === 'assets') {
      jobs = new Jobs(new Assets(message));
      return;
    }
    const ready = jobs;
    if (ready === undefined) throw new Error('A job came before the assets.');
    last = last.then(() => run(ready, message.job, message.work));
  });
  post({ type: 'ready' });
}

serve();
