import type { Exchange } from './exchange';

/** Faults of the connection itself. */
export type ConnectionFault =
  'slow' | 'slow-drip' | 'reset-before-headers' | 'reset-after-work' | 'reset-in-headers' | 'reset-in-body';

/** A wait in ms, longer than any test. It also ends when the server is closed. */
const FOREVER = 3_600_000;

function completionText(exchange: Exchange): string {
  return JSON.stringify(exchange.profile.completion(exchange, { content: exchange.answer, finish: 'stop' }));
}

export const CONNECTION_FAULTS: Readonly<
  Record<ConnectionFault, (exchange: Exchange) => void | Promise<void>>
> = {
  slow: async (exchange) => {
    await exchange.pause(FOREVER);
  },
  'slow-drip': async (exchange) => {
    exchange.response.writeHead(200, { 'content-type': 'application/json' });
    for (const character of completionText(exchange)) {
      if (exchange.ended.aborted || exchange.response.destroyed) return;
      exchange.response.write(character);
      await exchange.pause(200);
    }
    exchange.response.end();
  },
  'reset-before-headers': (exchange) => {
    exchange.reset();
  },
  'reset-after-work': async (exchange) => {
    await exchange.pause(1_700);
    exchange.reset();
  },
  'reset-in-headers': (exchange) => {
    exchange.incoming.socket.write('HTTP/1.1 200 OK\r\ncontent-type: applica', () => {
      exchange.reset();
    });
  },
  'reset-in-body': async (exchange) => {
    const text = completionText(exchange);
    exchange.response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
    });
    exchange.response.write(text.slice(0, text.length / 2));
    await exchange.pause(20);
    exchange.reset();
  },
};
