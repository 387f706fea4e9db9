import { format, type Messages } from '../i18n/messages';
import type { QueueEntry, Step } from '../inbox/queue';

/** What the status bar says while there is work; empty when there is none. Pure, so that the queue view shares it. */
export function statusText(working: QueueEntry | null, waiting: number, messages: Messages): string {
  const parts: string[] = [];
  if (working?.state.kind === 'working') parts.push(stepText(working.state.step, working.file.name, messages));
  if (waiting > 0) parts.push(format(messages.status.waiting, { count: waiting }));
  return parts.join(' · ');
}

function stepText(step: Step, name: string, { status }: Messages): string {
  switch (step.kind) {
    case 'reading':
      return format(status.opening, { name });
    case 'extracting':
      return format(status.reading, { name, done: step.done, total: step.of });
    case 'recognising':
      return format(status.recognising, { name, done: step.done, total: step.of });
    case 'digesting': {
      const { model, part, of, words = 0 } = step;
      const said = words === 0 ? {} : { words };
      return of > 1 ? format(status.askingPart, { model, part, parts: of, ...said }) : format(status.asking, { model, ...said });
    }
    case 'writing':
      return format(status.writing, { name });
  }
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
