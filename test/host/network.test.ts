import { createServer, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sharedBrowser } from './shared-browser';
import { HostSandbox, inPage } from './tiny-plugin';

let server: Server;
let origin = '';
const waiting: (() => void)[] = [];
const sandbox = new HostSandbox(sharedBrowser());

beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      if (request.url === '/slow') await new Promise<void>((resolve) => waiting.push(resolve));
      if (request.url === '/redirect') return response.writeHead(307, { location: '/echo' }).end();
      if (request.url === '/hangup') return request.socket.destroy();
      if (request.url === '/gzip')
        return response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('packed'));
      if (request.url === '/cors') response.setHeader('Access-Control-Allow-Origin', '*');
      const status = request.url === '/404' ? 404 : 200;
      response.writeHead(status, { 'Content-Type': 'application/json', 'X-Answer': 'Yes' });
      return response.end(
        JSON.stringify({ method: request.method, headers: request.headers, body: body.toString() }),
      );
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address !== null && typeof address === 'object') origin = `http://127.0.0.1:${address.port}`;
});
afterEach(() => sandbox.clear());
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('requestUrl', () => {
  it('requestUrl sends the given request without CORS, and returns the whole response', async () => {
    const host = await sandbox.run('');
    const answer = await inPage(
      host,
      `const response = await o.requestUrl({ url: '${origin}/echo', method: 'POST', body: '{"名":1}', contentType: 'application/json', headers: { Authorization: 'Bearer 1' } });
       const { method, headers, body } = response.json;
       return [response.status, method, headers.authorization, headers['content-type'], 'origin' in headers, body, response.headers['x-answer']];`,
    );
    expect(answer).toEqual([200, 'POST', 'Bearer 1', 'application/json', false, '{"名":1}', 'Yes']);
  });

  it('on a phone, requestUrl keeps the case of the header names in the response', async () => {
    const host = await sandbox.run('', { mobile: true });
    const names = await inPage(host, `return Object.keys((await o.requestUrl('${origin}/echo')).headers)`);
    expect(names).toEqual(expect.arrayContaining(['Content-Type', 'X-Answer']));
  });

  it('the caller of requestUrl can await one part of the response, such as `text`', async () => {
    const host = await sandbox.run('');
    const parts = await inPage(
      host,
      `const { method } = await o.requestUrl('${origin}/echo').json;
       return [method, (await o.requestUrl('${origin}/gzip').text), (await o.requestUrl({ url: '${origin}/redirect', method: 'PUT', body: 'b' }).json).body];`,
    );
    expect(parts).toEqual(['GET', 'packed', 'b']);
  });

  it('requestUrl throws for a network failure, and also for status 404 unless `throw` is false', async () => {
    const host = await sandbox.run('');
    const outcomes = await inPage(
      host,
      `const outcome = (call) => o.requestUrl(call).then((response) => response.status, (error) => error.message);
       return [await outcome('${origin}/404'), await outcome({ url: '${origin}/404', throw: false }), await outcome('http://127.0.0.1:9/'),
         await outcome('${origin}/hangup'), await outcome('nonsense'),
         await outcome({ url: '${origin}/echo', headers: { Host: 'x' } }),
         await outcome({ url: '${origin}/echo', method: 'POST', body: 'b', headers: { 'content-length': '1' } })];`,
    );
    expect(outcomes).toEqual([
      'Request failed, status 404',
      404,
      'net::ERR_CONNECTION_REFUSED',
      'net::ERR_EMPTY_RESPONSE',
      'net::ERR_INVALID_URL',
      'net::ERR_INVALID_ARGUMENT',
      'net::ERR_INVALID_ARGUMENT',
    ]);
    expect(host.pageErrors).toEqual([]);
  });

  it('many slow requests do not delay the operations of the vault', async () => {
    const host = await sandbox.run('');
    const pending = inPage(
      host,
      `const calls = Array.from({ length: 12 }, () => o.requestUrl('${origin}/slow'));
       await app.vault.create('meanwhile.md', 'x');
       window.written = true;
       return (await Promise.all(calls)).length;`,
    );
    await expect.poll(() => host.page.evaluate('window.written')).toBe(true);
    await expect.poll(() => waiting.length).toBe(12);
    for (const release of waiting.splice(0)) release();
    expect(await pending).toBe(12);
  });
});

describe('fetch', () => {
  it('fetch reads a response only if CORS allows this', async () => {
    const host = await sandbox.run('');
    const outcomes = await inPage(
      host,
      `const outcome = (url) => fetch(url).then((response) => response.status, (error) => error.name);
       return [await outcome('${origin}/echo'), await outcome('${origin}/cors')];`,
    );
    expect(outcomes).toEqual(['TypeError', 200]);
  });
});
