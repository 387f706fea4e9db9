/**
 * Globals that can send data out of a worker, or run text as code. A worker that reads documents needs none
 * of them. Without these globals, a document that gets control of a library can do less.
 */
const unneeded = [
  'BroadcastChannel',
  'EventSource',
  'Function',
  'SharedWorker',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'Worker',
  'XMLHttpRequest',
  'caches',
  'cookieStore',
  'eval',
  'fetch',
  'importScripts',
  'indexedDB',
];

/**
 * Removes the globals in `unneeded` permanently. Also removes the property `constructor` of functions,
 * because it leads to `Function`. Must be called in a worker, after its modules are loaded.
 */
export function removeGlobals(): void {
  const gone = { value: undefined, configurable: false, writable: false };
  for (const name of unneeded) {
    for (let holder: object | null = self; holder !== null; holder = prototypeOf(holder)) {
      if (Object.hasOwn(holder, name)) Reflect.deleteProperty(holder, name);
    }
    Reflect.defineProperty(self, name, gone);
  }
  const functions = [() => undefined, async () => Promise.resolve(), function* () {}, async function* () {}];
  for (const each of functions)
    Reflect.defineProperty(Object.getPrototypeOf(each) as object, 'constructor', gone);
}

function prototypeOf(holder: object): object | null {
  return Object.getPrototypeOf(holder) as object | null;
}
