import type { DeviceStore } from './identify';
import type { QueueEntry } from './queue-entry';

const storeKey = 'pdf-inbox-declined';

/** The oldest go first, and are told once more. */
const mostRemembered = 200;

/** The cost that the user has just said no to: a PDF that was asked for by name waits for a yes only after a no. */
export function declinedCost({ origin, state }: QueueEntry): number | null {
  const need = origin === 'asked' && state.kind === 'ended' && state.outcome.kind === 'needs-you' ? state.outcome.need : null;
  return need?.kind === 'cost' ? need.tokens : null;
}

/** Remembers on the device which costs the user has said no to, so that the same is not brought up again by itself. */
export class Declined {
  constructor(private readonly store: DeviceStore) {}

  /** Takes in a change of the queue. True for a cost that was declined before. */
  record(entry: QueueEntry): boolean {
    const { file, state } = entry;
    if (state.kind !== 'ended' || state.outcome.kind !== 'needs-you' || state.outcome.need.kind !== 'cost') return false;
    const question = `${file.path} ${String(state.outcome.need.tokens)}`;
    const known = this.#load();
    if (declinedCost(entry) === null) return known.includes(question);
    this.store.save(storeKey, [...known.filter((one) => one !== question), question].slice(-mostRemembered));
    return false;
  }

  #load(): readonly unknown[] {
    const stored = this.store.load(storeKey);
    return Array.isArray(stored) ? stored : [];
  }
}
