import * as v from 'valibot';
import { toBaseUrl } from '../base-url';
import type { Clock } from '../../clock';
import { MEMORY_KEYS } from './memory-keys';
import type { DeviceMemory } from '../ports';

/**
 * Age at which a stored route expires, in ms. Later, another route may work, for example because a proxy was
 * changed.
 */
const FORGOTTEN_AFTER = 30 * 24 * 3_600_000;
/** Maximum number of stored entries. The oldest are dropped first. */
const MAX_ENTRIES = 40;

/**
 * How requests are sent. `stream`: with the browser's `fetch`, which delivers the response as it arrives.
 * `whole`: with the app's request function, which has no CORS rules and delivers the response in one piece;
 * the endpoint still streams, because proxies cut connections on which nothing arrives. `plain`: like
 * `whole`, but the endpoint does not stream.
 */
export type RouteName = 'stream' | 'whole' | 'plain';

const entrySchema = v.object({
  route: v.optional(v.picklist(['stream', 'whole', 'plain'])),
  at: v.number(),
  /** See `Route.hasResponded`. */
  met: v.optional(v.literal(true)),
});
type Entry = v.InferOutput<typeof entrySchema>;

/** The known route for an endpoint. It is stored on the device under the origin of the endpoint. */
export class Route {
  readonly #origin: string;
  readonly #clock: Clock;
  readonly #memory: DeviceMemory | undefined;
  #known: RouteName | undefined;
  #isMet: boolean;

  constructor(baseUrl: string, clock: Clock, memory: DeviceMemory | undefined) {
    this.#origin = originOf(baseUrl);
    this.#clock = clock;
    this.#memory = memory;
    const entry = readEntries(memory)[this.#origin];
    const isFresh = entry !== undefined && clock.now() - entry.at < FORGOTTEN_AFTER;
    this.#known = isFresh ? entry.route : undefined;
    this.#isMet = isFresh && entry.met === true;
  }

  get known(): RouteName | undefined {
    return this.#known;
  }

  /**
   * True when the origin has responded to the app's request function. This function may follow a redirect to
   * another origin without reporting it, so its first request to an origin contains no text of a document.
   */
  get hasResponded(): boolean {
    return this.#isMet;
  }

  storeResponse(): void {
    if (this.#isMet) return;
    this.#isMet = true;
    // The stored route stays. The first request to an origin is short, so a response to it does not show
    // which route works for long requests.
    this.#store(readEntries(this.#memory)[this.#origin]?.route);
  }

  /** Uses a route without storing it. */
  take(route: RouteName): void {
    this.#known = route;
  }

  /** Uses a route and stores it. */
  learn(route: RouteName): void {
    const isKnown = readEntries(this.#memory)[this.#origin]?.route === route && this.#known === route;
    this.#known = route;
    if (!isKnown) this.#store(route);
  }

  #store(route: RouteName | undefined): void {
    if (this.#memory === undefined) return;
    const others = Object.entries(readEntries(this.#memory)).filter(([origin]) => origin !== this.#origin);
    const newest = others.sort(([, one], [, other]) => other.at - one.at).slice(0, MAX_ENTRIES - 1);
    const entry: Entry = {
      at: this.#clock.now(),
      ...(route === undefined ? {} : { route }),
      ...(this.#isMet ? { met: true } : {}),
    };
    this.#memory.save(MEMORY_KEYS.routes, Object.fromEntries([...newest, [this.#origin, entry]]));
  }
}

function originOf(baseUrl: string): string {
  const usable = toBaseUrl(baseUrl);
  return usable === null ? '' : new URL(usable).origin;
}

function readEntries(memory: DeviceMemory | undefined): Readonly<Record<string, Entry>> {
  const read = v.safeParse(v.record(v.string(), v.unknown()), memory?.load(MEMORY_KEYS.routes));
  if (!read.success) return {};
  const entries = Object.entries(read.output).flatMap(([origin, value]) => {
    const entry = v.safeParse(entrySchema, value);
    return entry.success ? [[origin, entry.output] as const] : [];
  });
  return Object.fromEntries(entries);
}
