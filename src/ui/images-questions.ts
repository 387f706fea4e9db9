import type { App } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import type { AskImages } from '../pipeline/approve';
import { confirmed } from './confirmed';

/**
 * Asks whether to send images of pages, because private values in an image cannot be replaced. If other PDFs
 * wait, the user can give one answer for the whole run. The run ends when the queue is idle.
 */
export class ImagesQuestions {
  /** The answer for all PDFs of this run; null when the user has not answered for all. */
  #forRun: boolean | null = null;

  /** @param waitingCount returns the number of PDFs that wait behind the current one */
  constructor(
    private readonly app: App,
    private readonly messages: Messages,
    private readonly waitingCount: () => number,
  ) {}

  readonly ask: AskImages = async (question, signal) => {
    if (this.#forRun !== null) return this.#forRun;
    const { images: words } = this.messages;
    let isForRun = false;
    const count = this.waitingCount();
    const answer = await confirmed(
      this.app,
      {
        title: words.title,
        agree: words.send,
        decline: words.leaveOut,
        ...(count === 0 ? {} : { checkbox: format(words.all, { count }) }),
      },
      (content) => {
        content.createEl('p', { text: format(words.question, { ...question }) });
      },
      signal,
      (isOn) => (isForRun = isOn),
    );
    if (isForRun && !signal.aborted) this.#forRun = answer;
    return answer;
  };

  /** Ends the run, so that the next PDF gets its own question. */
  queueFellIdle(): void {
    this.#forRun = null;
  }
}
