import type { CircuitBreakers } from './circuit-breaker';
import type { Clock } from '../clock';
import type { HttpPort } from './http';

/** What the client needs of the world besides HTTP. */

/** A number in [0, 1). Must not be guessable by the author of a document: it makes the mark around the document. */
export type Random = () => number;

/** Device-local and lossy: what is lost is learned again. Values are JSON. */
export interface DeviceMemory {
  /** Whatever was saved, unchecked; null or undefined when nothing was. */
  load(key: string): unknown;
  save(key: string, value: unknown): void;
}

export interface ModelPorts {
  readonly clock: Clock;
  /** A second way to the endpoint, on which the answer is seen as it comes; not every endpoint can be reached by it. */
  readonly streaming?: HttpPort;
  readonly random: Random;
  /** Where what endpoints take is remembered; without it, as long as the model is held. */
  readonly memory?: DeviceMemory;
  /** Shared by all models of a queue; without it, each model has its own. */
  readonly breakers?: CircuitBreakers;
}
