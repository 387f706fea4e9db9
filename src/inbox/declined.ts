import type { DeviceStore } from './identify';
import type { QueueEntry } from './queue-entry';

const storeKey = 'pdf-inbox-declined';

/** The oldest go first, and are told once more. */
const mostRemembered = 200;

/** Whether the user has said no to its cost: a PDF that was asked for by name waits for a yes only after a no. */
export function isDeclined({ origin, state }: QueueEntry): boolean {
  return origin === 'asked' && state.kind === 'ended' && state.outcome.kind === 'needs-you' && state.outcome.need.kind === 'cost';
}

/**
 * Remembers on the device which costs the user has said no to, so that the same is not brought up again by itself. The
 * same are those of as many pages: estimated tokens differ a little from one time to the next.
 */
export class Declined {
  constructor(private readonly store: DeviceStore) {}

  /** Takes in a change of the queue. True for a cost that was declined before. */
  record(entry: QueueEntry): boolean {
    const { file, state } = entry;
    if (state.kind !== 'ended' || state.outcome.kind !== 'needs-you' || state.outcome.need.kind !== 'cost') return false;
    const question = `${file.path} ${String(state.outcome.need.pages)}`;
    const known = this.#load();
    if (!isDeclined(entry)) return known.includes(question);
    this.store.save(storeKey, [...known.filter((one) => one !== question), question].slice(-mostRemembered));
    return false;
  }

  #load(): readonly unknown[] {
    const stored = this.store.load(storeKey);
    return Array.isArray(stored) ? stored : [];
  }
}
