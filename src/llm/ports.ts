import type { CircuitBreakers } from './circuit-breaker';
import type { Clock } from '../clock';
import type { DeviceStore } from '../device-store';
import type { HttpPort } from './http';
import type { RequestPace } from './request-pace';

/** Storage on the device. If data is lost, the plugin learns it again. */
export type DeviceMemory = DeviceStore;

/**
 * Returns a number in [0, 1). The random mark around a document depends on it, so the document's author must
 * not be able to predict it.
 */
export type Random = () => number;

export interface ModelPorts {
  readonly clock: Clock;
  /** Delivers the response while it arrives, but cannot reach every endpoint. */
  readonly streaming?: HttpPort;
  readonly random: Random;
  /** Stores the data about endpoints. If absent, the data is lost with the model object. */
  readonly memory?: DeviceMemory;
  /** All models of a queue share the circuit breakers. If absent, the model has its own. */
  readonly breakers?: CircuitBreakers;
  /** All models of a queue share the pace of requests. If absent, the model has its own. */
  readonly pace?: RequestPace;
}
