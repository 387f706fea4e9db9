import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { launchBrowser } from '../../../host/browser';

const program = `
import { removeGlobals } from './src/workers/rpc/remove-globals';
removeGlobals();
const waysToSend = ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource', 'indexedDB', 'caches', 'Worker'];
const code = ['importScripts', 'Function', 'eval'];
const functions = [() => 1, async () => 1, function* () {}, async function* () {}];
postMessage({
  left: [...waysToSend, ...code].filter((name) => self[name] !== undefined),
  constructors: functions.filter((each) => each.constructor !== undefined).length,
  works: [typeof WebAssembly, typeof DecompressionStream, typeof OffscreenCanvas, typeof structuredClone],
});`;

it('removeGlobals removes the functions with which a worker could send data or run text as code', async () => {
  const resolveDir = fileURLToPath(new URL('../../../..', import.meta.url));
  const stdin = { contents: program, resolveDir };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'iife' });
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const results = await page.evaluate(
    (text) =>
      new Promise((resolve) => {
        const worker = new Worker(URL.createObjectURL(new Blob([text])));
        worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data));
      }),
    outputFiles[0]?.text ?? '',
  );
  await browser.close();
  expect(results).toEqual({
    left: [],
    constructors: 0,
    works: ['object', 'function', 'function', 'function'],
  });
});
