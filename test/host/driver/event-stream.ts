import type { ServerResponse } from 'node:http';
import type { DriverEvent, VaultChange } from '../protocol';

/** Sends events to the browser page as server-sent events. Changes of the vault have numbers from 1. */
export class EventStream {
  #response: ServerResponse | undefined;
  #seq = 0;

  /** The number of the last change; 0 before the first one. */
  get seq(): number {
    return this.#seq;
  }

  /** Connects a new page and ends the stream of the previous one. */
  connect(response: ServerResponse): void {
    this.#response?.end();
    this.#response = response;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
  }

  sendChange(change: VaultChange): void {
    this.#seq += 1;
    this.send({ type: 'vault', seq: this.#seq, change });
  }

  send(event: DriverEvent): void {
    this.#response?.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  close(): void {
    this.#response?.end();
    this.#response = undefined;
  }
}
