import type { Clock } from '../clock';
import { Failure } from '../failure';
import { traitsOf } from '../failure-kinds';
import { fnv1a } from '../hash';
import type { Endpoint } from './endpoint';

/** Failures in a row after which nothing more is sent. One alone may be a slip of the endpoint. */
const THRESHOLD = 2;
/** How long nothing is sent, in ms: where the user has to act, and where it may pass by itself. */
const OPEN_UNTIL_ACTED_ON = 10 * 60_000;
const OPEN_PASSING = 60_000;

interface Circuit {
  failures: number;
  /** The failure that opened it, and until when (ms since 1970). */
  open: { readonly failure: Failure; readonly until: number } | null;
}

/**
 * One circuit breaker per endpoint, model and key, so that a wrong key stops the queue once instead of failing every
 * PDF in it. While a circuit is open, calls fail at once with the failure that opened it and `retryAfterSeconds`;
 * after that one call is let through to try. Held by whoever connects more than once; a corrected key or model is
 * another circuit, and {@link reset} closes all.
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
    const left = circuit.open.until - this.#clock.now();
    if (left > 0) throw stillOpen(circuit.open.failure, left);
    // Half open: the next failure opens it again at once.
    circuit.open = null;
  }

  succeeded(endpoint: Endpoint): void {
    this.#circuits.delete(circuitKey(endpoint));
  }

  /** Failures that are about one document alone leave the circuit as it is. */
  failed(endpoint: Endpoint, failure: Failure): void {
    if (!traitsOf(failure.kind).opensCircuit) return;
    const key = circuitKey(endpoint);
    const failures = (this.#circuits.get(key)?.failures ?? 0) + 1;
    const asked = failure.details['retryAfterSeconds'];
    const wait = Math.max(failure.passing ? OPEN_PASSING : OPEN_UNTIL_ACTED_ON, typeof asked === 'number' ? asked * 1000 : 0);
    // An endpoint that names the time need not be asked twice.
    const open = failures >= THRESHOLD || (typeof asked === 'number' && asked * 1000 > OPEN_PASSING);
    this.#circuits.set(key, { failures, open: open ? { failure, until: this.#clock.now() + wait } : null });
  }

  /** Closes all circuits: the user says that it should be tried now. */
  reset(): void {
    this.#circuits.clear();
  }
}

function stillOpen(failure: Failure, left: number): Failure {
  return new Failure(failure.kind, {
    passing: failure.passing,
    details: { ...failure.details, retryAfterSeconds: Math.ceil(left / 1000) },
  });
}

/** Tells endpoints apart without holding the key: a 32-bit hash of it stands for it. */
function circuitKey({ baseUrl, model, apiKey }: Endpoint): string {
  return `${baseUrl.trim()} ${model.trim()} ${(fnv1a(apiKey ?? '') >>> 0).toString(16)}`;
}
