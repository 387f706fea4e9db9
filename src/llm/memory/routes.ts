import * as v from 'valibot';
import { toBaseUrl } from '../base-url';
import type { Clock } from '../../clock';
import { MEMORY_KEYS } from './memory-keys';
import type { DeviceMemory } from '../ports';

/** Gateways change: what was learned is tried anew after this, in ms. */
const FORGOTTEN_AFTER = 30 * 24 * 3_600_000;
const MAX_ENTRIES = 40;

/** `stream`: the browser's own, where the answer is seen as it comes. `whole`: the app's, which may go anywhere. */
export type RouteName = 'stream' | 'whole';

const entrySchema = v.object({ route: v.picklist(['stream', 'whole']), at: v.number() });
type Entry = v.InferOutput<typeof entrySchema>;

/** By which of two ways an endpoint is reached, as far as that is known. Kept on the device by origin. */
export class Route {
  readonly #origin: string;
  readonly #clock: Clock;
  readonly #memory: DeviceMemory | undefined;
  #known: RouteName | undefined;

  constructor(baseUrl: string, clock: Clock, memory: DeviceMemory | undefined) {
    this.#origin = originOf(baseUrl);
    this.#clock = clock;
    this.#memory = memory;
    const entry = readEntries(memory)[this.#origin];
    this.#known = entry !== undefined && clock.now() - entry.at < FORGOTTEN_AFTER ? entry.route : undefined;
  }

  get known(): RouteName | undefined {
    return this.#known;
  }

  /** Takes a route for as long as this object lives, because the other did not work just now. */
  take(route: RouteName): void {
    this.#known = route;
  }

  /** Takes a route, and remembers that it is the one. */
  learn(route: RouteName): void {
    const entries = readEntries(this.#memory);
    const isKnown = entries[this.#origin]?.route === route && this.#known === route;
    this.#known = route;
    if (isKnown || this.#memory === undefined) return;
    const others = Object.entries(entries).filter(([origin]) => origin !== this.#origin);
    const newest = others.sort(([, one], [, other]) => other.at - one.at).slice(0, MAX_ENTRIES - 1);
    this.#memory.save(MEMORY_KEYS.routes, Object.fromEntries([...newest, [this.#origin, { route, at: this.#clock.now() }]]));
  }
}

function originOf(baseUrl: string): string {
  const usable = toBaseUrl(baseUrl);
  return usable === null ? '' : new URL(usable).origin;
}

/** What is on the device, entries that make no sense left out. */
function readEntries(memory: DeviceMemory | undefined): Readonly<Record<string, Entry>> {
  const read = v.safeParse(v.record(v.string(), v.unknown()), memory?.load(MEMORY_KEYS.routes));
  if (!read.success) return {};
  const entries = Object.entries(read.output).flatMap(([origin, value]) => {
    const entry = v.safeParse(entrySchema, value);
    return entry.success ? [[origin, entry.output] as const] : [];
  });
  return Object.fromEntries(entries);
}
