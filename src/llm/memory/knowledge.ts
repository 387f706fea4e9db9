import * as v from 'valibot';
import { learnTokenRatio } from '../../text/tokens';
import { bareCapabilities, promisedCapabilities, stepDown, type Capabilities } from './capabilities';
import type { Clock } from '../../clock';
import type { Endpoint } from '../endpoint';
import { MEMORY_KEYS } from './memory-keys';
import type { DeviceMemory } from '../ports';
import type { Wire } from '../presets/preset';
import { knownAs, RATIO_BOUNDS } from './remembered-ratio';

/** Endpoints get better: what was learned is tried anew after this, in ms. */
const FORGOTTEN_AFTER = 30 * 24 * 3_600_000;
const MAX_ENTRIES = 40;

const entrySchema = v.object({
  structured: v.picklist(['schema', 'json', 'none']),
  without: v.array(v.string()),
  stream: v.optional(v.boolean(), false),
  versioned: v.optional(v.boolean(), false),
  tokenRatio: v.optional(v.pipe(v.number(), v.minValue(RATIO_BOUNDS.least), v.maxValue(RATIO_BOUNDS.most))),
  at: v.number(),
});
type Entry = v.InferOutput<typeof entrySchema>;

/** What calls ask for. What is learned of the one form of answer says little about the other, so each is kept alone. */
export type AnswerForm = 'json' | 'text';

/**
 * What was learned about one model at one address: the form of answer it takes, parameters it refuses, how it counts
 * tokens. Kept on the device by (base URL, model), where there is a memory; else as long as this object.
 */
export class Knowledge {
  readonly #key: string;
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #memory: DeviceMemory | undefined;
  #entry: Entry;

  constructor(
    endpoint: Pick<Endpoint, 'baseUrl' | 'model'>,
    wire: Wire,
    clock: Clock,
    memory: DeviceMemory | undefined,
    answers: AnswerForm,
  ) {
    this.#key = keyOf(endpoint, answers);
    this.#wire = wire;
    this.#clock = clock;
    this.#memory = memory;
    const { without, stream, structured } = promisedCapabilities(wire);
    const start = { stream, structured: answers === 'text' ? ('none' as const) : structured };
    this.#entry = this.#load() ?? { ...start, versioned: false, without: [...without], at: clock.now() };
  }

  get capabilities(): Capabilities {
    return this.#entry;
  }

  /** What the model counts for a token of ours; undefined before its first answer. */
  get tokenRatio(): number | undefined {
    return this.#entry.tokenRatio;
  }

  /**
   * Learns from an endpoint's words about a request made with `asked`. True when it is worth asking again: another
   * form was learned, now or by a call that ran at the same time.
   */
  learnRefusal(asked: Capabilities, words: string): boolean {
    if (this.#entry !== asked && !sameAs(this.#entry, asked)) return true;
    const next = stepDown(asked, words, this.#wire);
    if (next === null) return false;
    this.#keep({ ...this.#entry, ...next, without: [...next.without] });
    return true;
  }

  /** What to ask for when a refusal of `asked` tells nothing; null when there is nothing left to leave out. */
  bare(asked: Capabilities): Capabilities | null {
    return bareCapabilities(asked, this.#wire);
  }

  /** Learns in which form an answer came. */
  learnForm({ structured, without, stream }: Capabilities): void {
    this.#keep({ ...this.#entry, structured, without: [...without], stream });
  }

  /** Whether the API was found one path below the base URL, under its version. */
  get isVersioned(): boolean {
    return this.#entry.versioned;
  }

  learnVersion(): void {
    this.#keep({ ...this.#entry, versioned: true });
  }

  /** Learns how many tokens the endpoint counted for a prompt. */
  learnCount(prompt: string, reported: number): void {
    this.#keep({ ...this.#entry, tokenRatio: learnTokenRatio(this.#entry.tokenRatio, prompt, reported) });
  }

  #keep(entry: Entry): void {
    this.#entry = entry;
    if (this.#memory === undefined) return;
    // Read again: another model may have been learned about in the meantime.
    const others = Object.entries(readEntries(this.#memory)).filter(([key]) => key !== this.#key);
    const newest = others.sort(([, one], [, other]) => other.at - one.at).slice(0, MAX_ENTRIES - 1);
    this.#memory.save(MEMORY_KEYS.endpoints, Object.fromEntries([...newest, [this.#key, entry]]));
  }

  #load(): Entry | undefined {
    if (this.#memory === undefined) return undefined;
    const entries = readEntries(this.#memory);
    const entry = Object.hasOwn(entries, this.#key) ? entries[this.#key] : undefined;
    return entry !== undefined && this.#clock.now() - entry.at < FORGOTTEN_AFTER ? entry : undefined;
  }
}

function sameAs(one: Capabilities, other: Capabilities): boolean {
  return one.structured === other.structured && one.stream === other.stream && one.without.length === other.without.length;
}

function keyOf(endpoint: Pick<Endpoint, 'baseUrl' | 'model'>, answers: AnswerForm): string {
  return `${knownAs(endpoint)}${answers === 'text' ? ' text' : ''}`;
}

/** What is on the device, entries that make no sense left out. */
function readEntries(memory: DeviceMemory): Readonly<Record<string, Entry>> {
  const read = v.safeParse(v.record(v.string(), v.unknown()), memory.load(MEMORY_KEYS.endpoints));
  if (!read.success) return {};
  const entries = Object.entries(read.output).flatMap(([key, value]) => {
    const entry = v.safeParse(entrySchema, value);
    return entry.success ? [[key, entry.output] as const] : [];
  });
  return Object.fromEntries(entries);
}
