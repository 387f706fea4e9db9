import type { DeviceStore } from '../device-store';
import type { QueueEntry } from './queue-entry';

const storeKey = 'pdf-inbox-declined';

/**
 * Maximum number of declined costs to remember. If the oldest cost is dropped, the user is asked about this
 * cost once more.
 */
const mostRemembered = 200;

/**
 * Returns whether the user declined the cost. When the user chooses a PDF in the app, the plugin asks about
 * its cost. If the work on such a PDF ends without approval, the user has declined.
 */
export function isDeclined({ origin, state }: QueueEntry): boolean {
  return (
    origin === 'asked' &&
    state.kind === 'ended' &&
    state.outcome.kind === 'needs-you' &&
    state.outcome.need.kind === 'cost'
  );
}

/**
 * Stores on the device which costs the user has declined, so that automatic work does not ask about them
 * again. A cost is identified by the PDF's path and page count, because token estimates vary slightly.
 */
export class Declined {
  constructor(private readonly store: DeviceStore) {}

  /**
   * Must be called when a queue entry changes. Stores the cost of the entry if the user has declined it now.
   * Returns true when the user declined this cost earlier.
   */
  record(entry: QueueEntry): boolean {
    const { file, state } = entry;
    if (state.kind !== 'ended' || state.outcome.kind !== 'needs-you' || state.outcome.need.kind !== 'cost')
      return false;
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
