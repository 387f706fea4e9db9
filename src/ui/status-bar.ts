import { offlineModel } from '../digest/engine';
import { format, type Messages } from '../i18n/messages';
import type { Inbox } from '../inbox/inbox';
import type { Queue, Step } from '../inbox/queue';

type QueueState = Pick<Queue, 'working' | 'waiting' | 'paused'>;
type Arriving = Pick<Inbox, 'arriving'>;

/** Returns the text of the status bar. It is empty when there is no work and the queue is not paused. */
export function statusText(
  { working, waiting, paused }: QueueState,
  { arriving }: Arriving,
  messages: Messages,
): string {
  const { status } = messages;
  const parts: string[] = [];
  if (paused !== null) parts.push(status.paused);
  if (working?.state.kind === 'working')
    parts.push(stepText(working.state.step, working.file.name, messages));
  if (waiting.length > 0) parts.push(format(status.waiting, { count: waiting.length }));
  const growing = arriving.filter(({ state }) => state.kind === 'arriving' && state.bytes !== null).length;
  if (growing > 0) parts.push(format(status.arriving, { count: growing }));
  return parts.join(' · ');
}

function stepText(step: Step, name: string, { status, queue }: Messages): string {
  switch (step.kind) {
    case 'reading':
      return format(status.opening, { name });
    case 'extracting':
      return format(status.reading, { name, done: step.done, total: step.of });
    case 'recognising':
      return format(status.recognising, { name, done: step.done, total: step.of });
    case 'digesting': {
      const { model, part, of, words = 0, stage } = step;
      if (stage !== undefined) return format(queue.stages[stage], of > 1 ? { part, of } : {});
      if (model === offlineModel) return format(status.picking, { name });
      const received = words === 0 ? {} : { words };
      const values = { model, part, parts: of, ...received };
      return format(of > 1 ? status.askingPart : status.asking, values);
    }
    case 'writing':
      return format(status.writing, { name });
  }
}

/** The plugin's item in the status bar. Mobile apps have no status bar. */
export class StatusBar {
  #frame = 0;

  /** @param open called on a click, Enter or Space */
  constructor(
    private readonly element: HTMLElement,
    private readonly messages: Messages,
    open: () => void,
  ) {
    element.addClass('pdf-inbox-status', 'mod-clickable');
    element.setAttrs({ role: 'button', tabindex: 0 });
    element.addEventListener('click', open);
    element.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter' || key === ' ') open();
    });
    element.toggle(false);
  }

  /** Draws at most once per frame, because hundreds of pages can be read in a second. */
  show(queue: QueueState, inbox: Arriving): void {
    window.cancelAnimationFrame(this.#frame);
    this.#frame = window.requestAnimationFrame(() => {
      const text = statusText(queue, inbox, this.messages);
      this.element.setText(text);
      this.element.toggle(text !== '');
    });
  }

  dispose(): void {
    window.cancelAnimationFrame(this.#frame);
  }
}
