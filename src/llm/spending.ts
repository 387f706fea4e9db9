import type { DeviceMemory } from './ports';

const storeKey = 'pdf-inbox-tokens';

function dayOf(time: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** Counts the tokens that this device has used today. The number is stored on the device. */
export class Spending {
  #sinceStart = 0;

  constructor(
    private readonly memory: DeviceMemory,
    private readonly now: () => Date,
  ) {}

  get today(): number {
    const stored = this.memory.load(storeKey);
    if (typeof stored !== 'object' || stored === null || !('day' in stored) || !('tokens' in stored))
      return 0;
    return stored.day === dayOf(this.now()) && typeof stored.tokens === 'number' ? stored.tokens : 0;
  }

  /** Tokens used since the app was started. */
  get sinceStart(): number {
    return this.#sinceStart;
  }

  add(tokens: number): void {
    this.#sinceStart += tokens;
    this.memory.save(storeKey, { day: dayOf(this.now()), tokens: this.today + tokens });
  }

  /** The time when `today` becomes zero: the next local midnight, in ms since 1970. */
  get renewsAt(): number {
    const midnight = this.now();
    midnight.setHours(24, 0, 0, 0);
    return midnight.getTime();
  }
}
