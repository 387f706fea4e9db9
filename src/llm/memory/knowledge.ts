import * as v from 'valibot';
import { learnTokenRatio } from '../../text/tokens';
import {
  bareCapabilities,
  promisedCapabilities,
  stepDown,
  weakerForm,
  type Capabilities,
} from './capabilities';
import type { Clock } from '../../clock';
import type { Endpoint } from '../endpoint';
import { otherBases } from '../other-bases';
import { learnedLimits, withLimits, type LearnedLimits } from './learned-limits';
import { MEMORY_KEYS } from './memory-keys';
import type { DeviceMemory } from '../ports';
import type { Wire } from '../presets/preset';
import { modelKey, RATIO_BOUNDS } from './remembered-ratio';

/** The age in ms at which a stored entry expires, because endpoints gain new capabilities over time. */
const FORGOTTEN_AFTER = 30 * 24 * 3_600_000;
/** Maximum number of stored entries. The oldest are dropped first. */
const MAX_ENTRIES = 40;
/** The parameter of Ollama's API that turns thinking on or off. */
const THINK = 'think';

const entrySchema = v.object({
  structured: v.picklist(['schema', 'json', 'none']),
  without: v.array(v.string()),
  stream: v.optional(v.boolean(), false),
  base: v.optional(v.string()),
  limits: v.optional(v.looseObject({})),
  tokenRatio: v.optional(v.pipe(v.number(), v.minValue(RATIO_BOUNDS.least), v.maxValue(RATIO_BOUNDS.most))),
  at: v.number(),
});
type Entry = v.InferOutput<typeof entrySchema>;

/**
 * The requested form of answers. Capabilities are learned separately for JSON and plain text,
 * because an endpoint may accept a parameter for only one of them.
 */
export type AnswerForm = 'json' | 'text';

/**
 * What the plugin has learned about one model at one address: capabilities, limits, and the ratio of the
 * model's token count to our estimate. If the constructor gets a `memory`, all of this is stored in it.
 */
export class Knowledge {
  readonly #key: string;
  readonly #endpoint: Endpoint;
  readonly #wire: Wire;
  readonly #clock: Clock;
  readonly #memory: DeviceMemory | undefined;
  #entry: Entry;

  constructor(
    endpoint: Endpoint,
    wire: Wire,
    clock: Clock,
    memory: DeviceMemory | undefined,
    answers: AnswerForm,
  ) {
    this.#key = keyOf(endpoint, answers);
    this.#endpoint = endpoint;
    this.#wire = wire;
    this.#clock = clock;
    this.#memory = memory;
    const { without, stream, structured } = promisedCapabilities(wire);
    const start = { stream, structured: answers === 'text' ? ('none' as const) : structured };
    this.#entry = this.#load() ?? { ...start, without: [...without], at: clock.now() };
  }

  get capabilities(): Capabilities {
    return this.#entry;
  }

  /** Ratio of the model's token count to our estimate; undefined before the model's first answer. */
  get tokenRatio(): number | undefined {
    return this.#entry.tokenRatio;
  }

  /**
   * Learns from the words with which an endpoint refused a request that was made with `tried`.
   * @returns true when the request should be sent again, because this call or a concurrent one has changed
   * the capabilities
   */
  learnRefusal(tried: Capabilities, words: string): boolean {
    if (this.#entry !== tried && !sameAs(this.#entry, tried)) return true;
    const next = stepDown(tried, words, this.#wire);
    if (next === null) return false;
    this.#keep({ ...this.#entry, ...next, without: [...next.without] });
    return true;
  }

  /**
   * Returns capabilities without optional features. They are for a retry after a refusal that does not name
   * the refused feature. Returns null when `tried` has no optional feature.
   */
  bare(tried: Capabilities): Capabilities | null {
    return bareCapabilities(tried, this.#wire);
  }

  /**
   * Requests a weaker form of structured output from now on, because the enforced form has damaged an answer.
   * @returns false when the form is already the weakest one
   */
  weakenForm(): boolean {
    const structured = weakerForm(this.#entry.structured);
    if (structured !== null) this.#keep({ ...this.#entry, structured });
    return structured !== null;
  }

  /** Stores the capabilities of a request that succeeded. */
  learnForm({ structured, without, stream }: Capabilities): void {
    this.#keep({ ...this.#entry, structured, without: [...without], stream });
  }

  /** The base URL at which the API was found; undefined when it is the base URL of the settings. */
  get otherBase(): string | undefined {
    const { base } = this.#entry;
    // Somebody may have altered the stored address. It is used only if the plugin would try it anyway.
    return otherBases(this.#endpoint.baseUrl).find(({ baseUrl }) => baseUrl === base)?.baseUrl;
  }

  learnBase(base: string): void {
    this.#keep({ ...this.#entry, base });
  }

  /** The limits that the plugin learned from refusals. Tokens are counted as the endpoint counts them. */
  get limits(): LearnedLimits {
    return learnedLimits(this.#entry.limits, this.#endpoint, this.#clock.now());
  }

  /** Stores limits that the endpoint has reported. They replace earlier values of the same limits. */
  learnLimits(limits: LearnedLimits): void {
    const all = withLimits(this.#entry.limits, limits, this.#endpoint, this.#clock.now());
    this.#keep({ ...this.#entry, limits: { ...all } });
  }

  /**
   * Lets the model think from now on, because some models ignore the requested form when thinking is
   * disabled.
   * @returns a function that undoes this; null when there is nothing to change
   */
  allowThinking(): (() => void) | null {
    const { without, structured } = this.#entry;
    if (this.#wire.api !== 'ollama' || structured === 'none' || without.includes(THINK)) return null;
    this.#keep({ ...this.#entry, without: [...without, THINK] });
    return () => {
      this.#keep({ ...this.#entry, without: this.#entry.without.filter((name) => name !== THINK) });
    };
  }

  /** Updates the token ratio with the endpoint's token count of a prompt. */
  learnCount(prompt: string, reported: number): void {
    this.#keep({ ...this.#entry, tokenRatio: learnTokenRatio(this.#entry.tokenRatio, prompt, reported) });
  }

  #keep(entry: Entry): void {
    this.#entry = entry;
    if (this.#memory === undefined) return;
    // Reads the entries again, because another object may have stored its own entry in the meantime.
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
  return (
    one.structured === other.structured &&
    one.stream === other.stream &&
    one.without.length === other.without.length
  );
}

function keyOf(endpoint: Pick<Endpoint, 'baseUrl' | 'model'>, answers: AnswerForm): string {
  return `${modelKey(endpoint)}${answers === 'text' ? ' text' : ''}`;
}

function readEntries(memory: DeviceMemory): Readonly<Record<string, Entry>> {
  const read = v.safeParse(v.record(v.string(), v.unknown()), memory.load(MEMORY_KEYS.endpoints));
  if (!read.success) return {};
  const entries = Object.entries(read.output).flatMap(([key, value]) => {
    const entry = v.safeParse(entrySchema, value);
    return entry.success ? [[key, entry.output] as const] : [];
  });
  return Object.fromEntries(entries);
}
