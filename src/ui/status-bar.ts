import { format, type Messages } from '../i18n/messages';
import type { QueueEntry } from '../inbox/queue';

/** What the status bar says while there is work; empty when there is none. Pure, so that the queue view shares it. */
export function statusText(working: QueueEntry | null, waiting: number, messages: Messages): string {
  const parts: string[] = [];
  if (working?.state.kind === 'working') {
    const { step } = working.state;
    const { name } = working.file;
    const { status } = messages;
    if (step.kind === 'reading') parts.push(format(status.opening, { name }));
    else if (step.kind === 'extracting') parts.push(format(status.reading, { name, done: step.done, total: step.of }));
    else if (step.kind === 'writing') parts.push(format(status.writing, { name }));
    else if (step.of > 1) parts.push(format(status.askingPart, { model: step.model, part: step.part, parts: step.of }));
    else parts.push(format(status.asking, { model: step.model }));
  }
  if (waiting > 0) parts.push(format(messages.status.waiting, { count: waiting }));
  return parts.join(' · ');
}

/** The status bar's item. The app has no status bar on a phone, so none is made there. */
export class StatusBar {
  #frame = 0;

  constructor(
    private readonly element: HTMLElement,
    private readonly messages: Messages,
  ) {
    element.addClass('pdf-inbox-status');
    element.toggle(false);
  }

  /** Draws at most once a frame: a fast PDF reports hundreds of pages a second. */
  show(working: QueueEntry | null, waiting: number): void {
    window.cancelAnimationFrame(this.#frame);
    this.#frame = window.requestAnimationFrame(() => {
      const text = statusText(working, waiting, this.messages);
      this.element.setText(text);
      this.element.toggle(text !== '');
    });
  }

  dispose(): void {
    window.cancelAnimationFrame(this.#frame);
  }
}
