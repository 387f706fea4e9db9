import { createServer, type Server, type ServerResponse } from 'node:http';

/**
 * An app that reports its points: the moments before and after each `await` (see `instrument.ts`). The origin
 * of its page identifies the app.
 */
export interface Followed {
  /**
   * Called with each point that the app passes, in order. If `armed` is set, the app reports only two points:
   * the point `armed`, and the point right after a model's answer was stored.
   */
  onPoint: (point: string) => void;
  /** The point at which the app must stop; null for none. */
  armed: string | null;
  onStopped: () => void;
}

/**
 * Receives the points that apps pass. When an app reaches its armed point, the server does not respond, so
 * the app stops there.
 */
export class PointServer {
  readonly #server: Server;
  readonly #followed = new Map<string, Followed>();
  readonly #standing = new Set<ServerResponse>();

  private constructor() {
    this.#server = createServer((request, response) => {
      const followed = this.#followed.get(request.headers.origin ?? '');
      const point = decodeURIComponent((request.url ?? '').slice(1));
      response.setHeader('access-control-allow-origin', '*');
      request.resume();
      if (point === 'wanted') {
        response.end(followed?.armed ?? '');
        return;
      }
      followed?.onPoint(point);
      if (followed?.armed !== point) {
        response.writeHead(204).end();
        return;
      }
      followed.armed = null;
      this.#standing.add(response);
      followed.onStopped();
    });
  }

  static async start(): Promise<PointServer> {
    const server = new PointServer();
    // If the server closed an idle connection while a page begins to use it, the request would fail.
    server.#server.keepAliveTimeout = 0;
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get address(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string')
      throw new Error('The point server is not listening.');
    return `http://127.0.0.1:${String(address.port)}`;
  }

  follow(origin: string, followed: Followed): void {
    this.#followed.set(origin, followed);
  }

  async close(): Promise<void> {
    for (const response of this.#standing) response.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
