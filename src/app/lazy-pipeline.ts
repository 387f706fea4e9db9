import type { App } from 'obsidian';
import { Failure } from '../failure';
import type { Work } from '../inbox/queue';
import type { PdfFile } from '../inbox/vault';
import type { PipelinePorts } from '../pipeline';
import type { SentPreview } from '../pipeline/preview';
import type { AppEndpoint } from './endpoint';
import type { LazyDocumentWorker } from './lazy-document-worker';
import type { PipelineParts } from './pipeline-ports';
import type { StagesUi } from './stages-ui';

/** `PipelineParts`, but the code of the worker, of the models and of the questions is not loaded yet. */
export interface LazyParts extends Omit<PipelineParts, 'worker' | 'models' | 'questions'> {
  readonly worker: LazyDocumentWorker;
  readonly endpoint: AppEndpoint;
  readonly ui: StagesUi;
}

/**
 * Runs the pipeline. Its code is loaded when the first PDF is processed, because the start of the app does
 * not need it.
 */
export class LazyPipeline {
  #ports: PipelinePorts | null = null;

  constructor(
    private readonly app: App,
    private readonly parts: LazyParts,
  ) {}

  /**
   * Takes one PDF of the queue through all stages. If the code cannot be loaded, the queue pauses, because
   * every other PDF would fail as well.
   */
  readonly process: Work = async (entry, signal, onStep) => {
    try {
      const { processPdf } = await import('../pipeline/process');
      const ports = await this.#load();
      return await processPdf(ports, entry, signal, onStep);
    } catch (thrown) {
      if (!(thrown instanceof Failure) || thrown.kind !== 'code-not-loaded') throw thrown;
      return { kind: 'held-up', pause: { failure: thrown } };
    }
  };

  /** Returns what would be sent for a PDF; see `src/pipeline/preview.ts`. @throws Failure, Cancelled */
  async previewSent(
    file: PdfFile,
    signal: AbortSignal,
    onPage: (done: number, of: number) => void,
  ): Promise<SentPreview> {
    const { previewSent } = await import('../pipeline/preview');
    return previewSent(await this.#load(), file, signal, onPage);
  }

  async #load(): Promise<PipelinePorts> {
    const { pipelinePorts } = await import('./pipeline-ports');
    const { worker, endpoint, ui } = this.parts;
    const loaded = {
      worker: await worker.load(),
      models: await endpoint.loadModels(),
      questions: await ui.loadQuestions(),
    };
    return (this.#ports ??= pipelinePorts(this.app, { ...this.parts, ...loaded }));
  }
}
