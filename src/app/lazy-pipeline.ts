import type { App } from 'obsidian';
import type { Work } from '../inbox/queue';
import type { PdfFile } from '../inbox/vault';
import type { PipelinePorts } from '../pipeline';
import type { SentPreview } from '../pipeline/preview';
import type { PipelineParts } from './pipeline-ports';

/**
 * Runs the pipeline. Its code is loaded when the first PDF is processed, because the start of the app does
 * not need it.
 */
export class LazyPipeline {
  #ports: PipelinePorts | null = null;

  constructor(
    private readonly app: App,
    private readonly parts: PipelineParts,
  ) {}

  /** Takes one PDF of the queue through all stages. */
  readonly process: Work = async (entry, signal, onStep) => {
    const { processPdf } = await import('../pipeline/process');
    return processPdf(await this.#load(), entry, signal, onStep);
  };

  /** Returns what would be sent for a PDF; see `previewSent`. @throws Failure, Cancelled */
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
    return (this.#ports ??= pipelinePorts(this.app, this.parts));
  }
}
