import type { ServerResponse } from 'node:http';
import type { DriverEvent, VaultChange } from '../protocol';

/** The one-way line to the page, as server-sent events. Vault changes are numbered. */
export class EventStream {
  #response: ServerResponse | undefined;
  #seq = 0;

  /** Number of the last vault change that was told. */
  get seq(): number {
    return this.#seq;
  }

  /** Takes a newly connected page; the one before is gone. */
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
