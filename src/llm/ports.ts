import type { CircuitBreakers } from './circuit-breaker';
import type { Clock } from '../clock';
import type { DeviceStore } from '../device-store';
import type { HttpPort } from './http';
import type { RequestPace } from './request-pace';

/** Storage on the device. If data is lost, the plugin learns it again. */
export type DeviceMemory = DeviceStore;

/**
 * Returns a number in [0, 1). The random mark around the document is made from it, so the author of a
 * document must not be able to predict it.
 */
export type Random = () => number;

export interface ModelPorts {
  readonly clock: Clock;
  /** A port that delivers the response while it arrives. It cannot reach every endpoint. */
  readonly streaming?: HttpPort;
  readonly random: Random;
  /**
   * Stores the data about endpoints. Without this storage, the data exists only as long as the model object.
   */
  readonly memory?: DeviceMemory;
  /**
   * Circuit breakers that all models of a queue share. If absent, each model has its own circuit breakers.
   */
  readonly breakers?: CircuitBreakers;
  /** The pace of requests, which all models of a queue share. If absent, each model has its own pace. */
  readonly pace?: RequestPace;
}
