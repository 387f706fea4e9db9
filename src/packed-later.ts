/**
 * Runs the code of the main thread that is not needed at the start. In the source, it is imported by
 * `import('./module')`. The build packs it and replaces these imports by `later` (`build/packed-later.mjs`).
 */
import { unpack, type Packed } from './packed';

/** The exports of modules, by the names of the modules. */
type Modules = Readonly<Record<string, unknown>>;

/** The packed code: a function of a CommonJS module. */
type Run = (require: (name: string) => unknown, module: { exports: Modules }) => void;

/**
 * The packed code, and a function that returns the modules that this code needs. Null in a build that packs
 * no code.
 */
let provided: { readonly packed: Packed; readonly modules: () => Modules } | null = null;
let running: Promise<Modules> | null = null;

/**
 * Must be called before `later`. `modules` returns the modules that are loaded at the start and that the
 * packed code needs.
 */
export function provideLater(packed: Packed, modules: () => Modules): void {
  provided = { packed, modules };
}

/**
 * Resolves to the exports of a packed module. The first call unpacks and runs the packed code, which takes a
 * few milliseconds. If this fails, the next call tries again.
 * @throws Error when the engine does not run the code.
 */
export async function later(name: string): Promise<unknown> {
  running ??= runPacked();
  try {
    return (await running)[name];
  } catch (error) {
    running = null;
    throw error;
  }
}

async function runPacked(): Promise<Modules> {
  if (provided === null) throw new Error('This build has no packed code.');
  const modules = provided.modules();
  const code = await unpack(provided.packed());
  // The name identifies the script in stack frames; see `causes.ts`.
  const name = '\n//# sourceURL=plugin:pdf-inbox/later';
  const run = await runScript(new Blob([code, name], { type: 'text/javascript' }));
  const module: { exports: Modules } = { exports: {} };
  run((required) => modules[required], module);
  return module.exports;
}

/**
 * Runs the script that `build/packed-later.mjs` makes. The script dispatches an event on its own element. The
 * event contains the function with the packed code.
 */
async function runScript(code: Blob): Promise<Run> {
  const script = createEl('script');
  script.src = URL.createObjectURL(code);
  try {
    return await new Promise<Run>((resolve, reject) => {
      script.addEventListener('packed', (event) => {
        if (event instanceof CustomEvent && isRun(event.detail)) resolve(event.detail);
      });
      // If the script has already sent its function, this rejection has no effect.
      for (const end of ['load', 'error'])
        script.addEventListener(end, () => reject(new Error('The packed code did not run.')));
      script.doc.head.append(script);
    });
  } finally {
    script.remove();
    URL.revokeObjectURL(script.src);
  }
}

function isRun(value: unknown): value is Run {
  return typeof value === 'function';
}
