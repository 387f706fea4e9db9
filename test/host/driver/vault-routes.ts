import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { joinPath } from '../vault-path';
import { contentTypeOf, required, sendJson, type Call } from './http-tools';
import type { EventStream } from './event-stream';
import type { VaultOperations } from './vault-operations';

/** Handles the requests to one address. */
export type Route = (call: Call) => Promise<void>;

/**
 * Returns the vault's HTTP routes. A route that changes the vault returns the number of the event for this
 * change.
 */
export function vaultRoutes(operations: VaultOperations, events: EventStream): Record<string, Route> {
  const change =
    (act: (call: Call) => Promise<void>): Route =>
    async (call) => {
      await act(call);
      sendJson(call.response, { seq: events.seq });
    };
  return {
    'GET /vault/file': (call) => sendFile(call, operations.absolute(required(call, 'path'))),
    'GET /vault/stat': async (call) => {
      sendJson(call.response, await statOf(operations.absolute(required(call, 'path'))));
    },
    'GET /vault/list': async (call) => {
      const path = required(call, 'path');
      sendJson(call.response, await listOf(operations.absolute(path), path));
    },
    'PUT /vault/file': change(async (call) => {
      const mode = required(call, 'mode') === 'create' ? 'create' : 'replace';
      const mtime = call.query.get('mtime');
      await operations.write(
        required(call, 'path'),
        call.request,
        mode,
        mtime === null ? {} : { mtime: Number(mtime) },
      );
    }),
    'POST /vault/append': change(async (call) => {
      await operations.append(required(call, 'path'), await buffer(call.request));
    }),
    'POST /vault/folder': change((call) =>
      operations.createFolder(
        required(call, 'path'),
        call.query.get('existing') === 'accept' ? 'accept' : 'refuse',
      ),
    ),
    'POST /vault/rename': change((call) => operations.rename(required(call, 'path'), required(call, 'to'))),
    'POST /vault/copy': change((call) => operations.copy(required(call, 'path'), required(call, 'to'))),
    'DELETE /vault/file': change((call) => operations.remove(required(call, 'path'))),
    'DELETE /vault/folder': change((call) =>
      operations.removeFolder(
        required(call, 'path'),
        call.query.get('recursive') === 'yes' ? 'with all below' : 'empty',
      ),
    ),
    'POST /vault/trash': change((call) =>
      operations.trash(required(call, 'path'), required(call, 'where') === 'local' ? 'local' : 'system'),
    ),
  };
}

/** Streams a file of any size. If the request has a `Range` header, streams only this range of the file. */
export async function sendFile(call: Call, file: string): Promise<void> {
  const found = await stat(file);
  if (!found.isFile())
    throw Object.assign(new Error(`EISDIR: illegal operation on a directory, read '${file}'`), {
      code: 'EISDIR',
    });
  const headers = { 'content-type': contentTypeOf(file), 'cache-control': 'no-store' };
  const range = /^bytes=(\d+)-(\d+)$/.exec(call.request.headers.range ?? '');
  if (range === null) {
    // No length is sent, because the file can grow or shrink while it is read.
    call.response.writeHead(200, headers);
    await pipeline(createReadStream(file), call.response);
    return;
  }
  const [start, end] = [Number(range[1]), Math.min(Number(range[2]), found.size - 1)];
  call.response.writeHead(206, { ...headers, 'content-range': `bytes ${start}-${end}/${found.size}` });
  await pipeline(createReadStream(file, { start, end }), call.response);
}

async function statOf(file: string): Promise<unknown> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return null;
  const times = { ctime: Math.round(found.birthtimeMs), mtime: Math.round(found.mtimeMs) };
  return found.isDirectory()
    ? { type: 'folder', ...times, size: 0 }
    : { type: 'file', ...times, size: found.size };
}

async function listOf(folder: string, path: string): Promise<{ files: string[]; folders: string[] }> {
  const entries = await readdir(folder, { withFileTypes: true });
  const paths = (wanted: boolean): string[] =>
    entries.filter((entry) => entry.isDirectory() === wanted).map((entry) => joinPath(path, entry.name));
  return { files: paths(false), folders: paths(true) };
}

/** Serves files of npm packages: fonts, styles and the pdf.js of the viewer. */
export function packageRoute(nodeModules: string): Route {
  return async (call) => {
    const parts = decodeURIComponent(call.rest).split('/');
    if (parts.includes('..')) throw new Error('The path must stay inside node_modules');
    const file = join(nodeModules, ...parts);
    call.response.setHeader('cache-control', 'max-age=3600');
    await sendFile(call, file);
  };
}
