import type { Clock } from '../clock';
import { Failure } from '../failure';
import { traitsOf } from '../failure-kinds';
import { fnv1a } from '../hash';
import type { Endpoint } from './endpoint';

/** Number of consecutive failures that opens a circuit. A single failure may happen by chance. */
const THRESHOLD = 2;
/** Time in ms for which a circuit stays open after a failure that the user has to correct. */
const OPEN_UNTIL_ACTED_ON = 10 * 60_000;
/** Time in ms for which a circuit stays open after a failure that may pass by itself. */
const OPEN_PASSING = 60_000;

interface Circuit {
  failures: number;
  /** The failure that opened the circuit, and when the circuit closes (ms since 1970). */
  open: { readonly failure: Failure; readonly until: number } | null;
}

/**
 * Stops the calls to an endpoint that fails repeatedly. There is one circuit for each combination of
 * endpoint, model and key. While a circuit is open, {@link check} throws the failure that opened it. The
 * detail `retryAfterSeconds` of this failure is the time until the circuit closes. If the first call after
 * that time fails, the circuit opens again.
 */
export class CircuitBreakers {
  readonly #clock: Clock;
  readonly #circuits = new Map<string, Circuit>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws the Failure that opened the circuit, while it is open. */
  check(endpoint: Endpoint): void {
    const circuit = this.#circuits.get(circuitKey(endpoint));
    if (circuit?.open === null || circuit?.open === undefined) return;
    const remaining = circuit.open.until - this.#clock.now();
    if (remaining > 0) throw withRetryAfter(circuit.open.failure, remaining);
    circuit.open = null;
  }

  succeeded(endpoint: Endpoint): void {
    this.#circuits.delete(circuitKey(endpoint));
  }

  /** Counts a failure. Failures that concern only one document are ignored. */
  failed(endpoint: Endpoint, failure: Failure): void {
    if (!traitsOf(failure.kind).opensCircuit) return;
    const key = circuitKey(endpoint);
    const failures = (this.#circuits.get(key)?.failures ?? 0) + 1;
    const retryAfter = failure.details['retryAfterSeconds'];
    const wait = Math.max(
      failure.passing ? OPEN_PASSING : OPEN_UNTIL_ACTED_ON,
      typeof retryAfter === 'number' ? retryAfter * 1000 : 0,
    );
    // One failure is enough to open the circuit when the endpoint itself requests a long pause.
    const open =
      failures >= THRESHOLD || (typeof retryAfter === 'number' && retryAfter * 1000 > OPEN_PASSING);
    this.#circuits.set(key, { failures, open: open ? { failure, until: this.#clock.now() + wait } : null });
  }

  /** Closes all circuits, because the user requests a new attempt. */
  reset(): void {
    this.#circuits.clear();
  }
}

function withRetryAfter(failure: Failure, remaining: number): Failure {
  return new Failure(failure.kind, {
    passing: failure.passing,
    details: { ...failure.details, retryAfterSeconds: Math.ceil(remaining / 1000) },
  });
}

function circuitKey({ baseUrl, model, apiKey }: Endpoint): string {
  return `${baseUrl.trim()} ${model.trim()} ${(fnv1a(apiKey ?? '') >>> 0).toString(16)}`;
}
