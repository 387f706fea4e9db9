import type { CircuitBreakers } from './circuit-breaker';
import type { Clock } from '../clock';
import type { DeviceStore } from '../device-store';
import type { HttpPort } from './http';
import type { RequestPace } from './request-pace';

/** Storage on the device for data about endpoints. If the data is lost, the plugin collects it again. */
export type DeviceMemory = DeviceStore;

/**
 * Returns a number in [0, 1). The prompt marks the beginning and the end of a document with a random text.
 * The document's author must not be able to predict this text.
 */
export type Random = () => number;

export interface ModelPorts {
  readonly clock: Clock;
  /**
   * Delivers responses while they arrive. If this port cannot reach an endpoint, another port delivers the
   * responses of this endpoint in one piece.
   */
  readonly streaming?: HttpPort;
  readonly random: Random;
  /** Stores the data about endpoints. If absent, the data is lost with the model object. */
  readonly memory?: DeviceMemory;
  /** The circuit breakers that several model objects share. If absent, the model object has its own. */
  readonly breakers?: CircuitBreakers;
  /** The pace of requests, common to several model objects. If absent, the model object has its own. */
  readonly pace?: RequestPace;
}
