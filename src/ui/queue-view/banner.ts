import { traitsOf } from '../../failure-kinds';
import { failureText, format } from '../../i18n/messages';
import type { Pause } from '../../inbox/queue';
import { clockTime } from '../clock-time';
import { correctionLabel } from '../correction';
import type { QueuePanel } from './panel';

/** Shows why and until when the queue is paused, with a button to resume it or to approve settings. */
export class Banner {
  readonly #el: HTMLElement;
  #shown: Pause | null = null;
  #text = '';

  constructor(
    parent: HTMLElement,
    private readonly panel: QueuePanel,
  ) {
    this.#el = parent.createDiv('pdf-inbox-queue-banner');
    this.#el.hide();
  }

  /** Shows or hides the banner. Returns its text; empty when the queue is not paused. */
  show(pause: Pause | null): string {
    if (pause === this.#shown) return this.#text;
    this.#shown = pause;
    this.#text = pause === null ? '' : this.#textOf(pause);
    this.#el.empty();
    this.#el.toggle(pause !== null);
    if (pause !== null) this.#draw(pause);
    return this.#text;
  }

  #draw({ failure }: Pause): void {
    const { messages, resumeWork, openSettings, approvalButtons } = this.panel;
    this.#el.createDiv({ text: this.#text });
    const buttons = this.#el.createDiv('pdf-inbox-queue-buttons');
    const button = (text: string, act: () => void): void => {
      buttons.createEl('button', { text }).addEventListener('click', act);
    };
    const { correctedInSettings, needsApproval } = failure === undefined ? {} : traitsOf(failure.kind);
    if (needsApproval === true) for (const [label, act] of approvalButtons()) button(label, act);
    else button(messages.queue.resume, resumeWork);
    if (correctedInSettings === true)
      button(correctionLabel(failure, messages, messages.queue.acts.settings), () => openSettings(failure));
  }

  #textOf({ failure, until }: Pause): string {
    const { messages } = this.panel;
    if (!failure) return messages.queue.pausedByYou;
    const time = until === undefined ? '' : clockTime(until);
    return format(messages.queue.paused, { ...failureText(messages, failure), time });
  }
}
