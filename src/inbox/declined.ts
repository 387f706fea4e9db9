import type { DeviceStore } from '../device-store';
import type { QueueEntry } from './queue-entry';

const storeKey = 'pdf-inbox-declined';

/** The oldest entries are dropped first; their costs are shown once more. */
const mostRemembered = 200;

/**
 * Whether the user declined the cost. A PDF that the user chose by name ends with a cost question only then.
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
 * Stores on the device which costs the user has declined, so that automatic work does not show them again. A
 * cost is identified by the PDF's path and page count, because token estimates vary a little.
 */
export class Declined {
  constructor(private readonly store: DeviceStore) {}

  /** Handles a change of a queue entry. Returns true for a cost that the user has declined before. */
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
