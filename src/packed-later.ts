/**
 * Runs the code of the main thread that is not needed at the start. In the source, it is imported by
 * `import('./module')`. The build packs it and replaces these imports by `later` (`build/packed-later.mjs`).
 */
import { unpack, type Packed } from './packed';

/** The exports of modules, by the names of the modules. */
type Modules = Readonly<Record<string, unknown>>;

/** The packed code: a function of a CommonJS module. */
type Run = (require: (name: string) => unknown, module: { exports: Modules }) => void;

/** The packed code and the modules that it needs. Other builds than that of `main.js` pack no code. */
let provided: { readonly packed: Packed; readonly modules: () => Modules } | null = null;
let running: Promise<Modules> | null = null;

/** Must be called before `later`. `modules` are those that run at the start and that the packed code needs. */
export function provideLater(packed: Packed, modules: () => Modules): void {
  provided = { packed, modules };
}

/**
 * Resolves to the exports of a packed module. The first call unpacks and runs the packed code, which takes a
 * few milliseconds. If this fails, the next call tries again.
 * @throws Error when the engine does not run the code.
 */
export async function later(name: string): Promise<unknown> {
  running ??= run();
  try {
    return (await running)[name];
  } catch (error) {
    running = null;
    throw error;
  }
}

async function run(): Promise<Modules> {
  if (provided === null) throw new Error('This build has no packed code.');
  const modules = provided.modules();
  const code = await unpack(provided.packed());
  // The name identifies the script in stack frames; see `causes.ts`.
  const name = '\n//# sourceURL=plugin:pdf-inbox/later';
  const url = URL.createObjectURL(new Blob([code, name], { type: 'text/javascript' }));
  try {
    const loaded: unknown = await import(url);
    if (!isScript(loaded)) throw new Error('The packed code has no function.');
    const module: { exports: Modules } = { exports: {} };
    loaded.default((required) => modules[required], module);
    return module.exports;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function isScript(value: unknown): value is { readonly default: Run } {
  return (
    typeof value === 'object' && value !== null && 'default' in value && typeof value.default === 'function'
  );
}
