/**
 * Runs code that is not needed when the plugin starts. The source imports this code with
 * `import('./module')`. The build packs the code and replaces these imports by `later`
 * (`build/packed-later.mjs`).
 */
import { Cancelled, Failure } from './failure';
import { unpack, type Packed } from './packed';

/** The exports of modules, by module name. */
type Modules = Readonly<Record<string, unknown>>;

/** The packed code. Like the code of a CommonJS module, it gets `require` and `module`. */
type Run = (require: (name: string) => unknown, module: { exports: Modules }) => void;

/** Null in a build without packed code. */
let provided: { readonly packed: Packed; readonly modules: () => Modules } | null = null;
let running: Promise<Modules> | null = null;
let hasEnded = false;

/** Must be called before `later`. `modules` returns the modules that the packed code imports. */
export function provideLater(packed: Packed, modules: () => Modules): void {
  provided = { packed, modules };
}

/** Must be called when the plugin is unloaded. Every call of `later` then rejects, also those in progress. */
export function endLater(): void {
  hasEnded = true;
}

/**
 * Returns the exports of a packed module. The first call unpacks and runs the packed code, which takes a few
 * milliseconds.
 * @throws Failure `code-not-loaded` when the code cannot be unpacked or run; the next call tries again
 * @throws Cancelled when the plugin was unloaded
 */
export async function later(name: string): Promise<unknown> {
  running ??= runPacked();
  const modules = await running.catch((cause: unknown) => {
    running = null;
    throw new Failure('code-not-loaded', { cause });
  });
  if (hasEnded) throw new Cancelled();
  return modules[name];
}

async function runPacked(): Promise<Modules> {
  if (provided === null) throw new Error('This build has no packed code.');
  const modules = provided.modules();
  const code = new TextDecoder().decode(await unpack(provided.packed()));
  const module: { exports: Modules } = { exports: {} };
  // The name identifies the script in stack frames; see `causes.ts`.
  runScript(`${code}\n//# sourceURL=plugin:pdf-inbox/later`)((required) => modules[required], module);
  return module.exports;
}

/**
 * Runs the script that `build/packed-later.mjs` makes. The script dispatches an event on its own element, and
 * the event carries the packed code as a function.
 */
function runScript(text: string): Run {
  const sent: Run[] = [];
  const script = createEl('script', { text });
  script.addEventListener('packed', (event) => {
    if (event instanceof CustomEvent && isRun(event.detail)) sent.push(event.detail);
  });
  // `append` returns after the engine has run the script.
  script.doc.head.append(script);
  script.remove();
  const [run] = sent;
  if (run === undefined) throw new Error('The engine did not run the packed code.');
  return run;
}

function isRun(value: unknown): value is Run {
  return typeof value === 'function';
}
