/**
 * What may be known of a thrown value outside of the program: never its message, which can carry a key, a
 * file name or words of a document. What is left cannot hold such text by its form: names and codes are
 * single words of a fixed shape, and of a stack only the numbers of lines and columns are read.
 */
export interface CauseRecord {
  /** The class of the error; `Error` when it is not a plain class name, else the type of a thrown value. */
  readonly name: string;
  /** The code of a system error, such as `ENOENT`. */
  readonly code?: string;
  /** An HTTP status. */
  readonly status?: number;
  /** Where in our own scripts it was made, innermost first: `main LINE:COLUMN` or `worker LINE:COLUMN`. */
  readonly at: readonly string[];
}

/** Errors of one chain, and frames of one stack, that are kept. */
const mostCauses = 5;
const mostFrames = 6;

/** An error that crossed from a worker. Its message is for developers who debug; its causes may be logged. */
export class RemoteError extends Error {
  constructor(
    message: string,
    readonly causes: readonly CauseRecord[] = [],
  ) {
    super(message);
    this.name = 'RemoteError';
  }
}

/** A thrown value and its chain of causes, outermost first. Never throws. */
export function causesOf(thrown: unknown): readonly CauseRecord[] {
  const causes: CauseRecord[] = [];
  let next = thrown;
  while (next !== undefined && causes.length < mostCauses) {
    if (next instanceof RemoteError) return [...causes, ...next.causes].slice(0, mostCauses);
    causes.push(recordOf(next));
    next = next instanceof Error ? next.cause : undefined;
  }
  return causes;
}

function recordOf(thrown: unknown): CauseRecord {
  if (!(thrown instanceof Error)) return { name: thrown === null ? 'null' : typeof thrown, at: [] };
  const code = 'code' in thrown ? codeIn(thrown.code) : undefined;
  const status = 'status' in thrown ? statusIn(thrown.status) : undefined;
  return {
    name: /^[A-Z][A-Za-z]{2,40}$/.test(thrown.name) ? thrown.name : 'Error',
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    at: framesIn(thrown.stack),
  };
}

function codeIn(code: unknown): string | undefined {
  return typeof code === 'string' && /^E[A-Z]{2,15}(_[A-Z]{2,15}){0,4}$/.test(code) ? code : undefined;
}

function statusIn(status: unknown): number | undefined {
  const isStatus = typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599;
  return isStatus ? status : undefined;
}

/** The plugin as the app names its script, and a worker that was started from a Blob. */
function framesIn(stack: unknown): readonly string[] {
  if (typeof stack !== 'string') return [];
  const frame = /(plugin:pdf-inbox|blob:[\w+.:/-]{1,100}[\da-f]{12}):(\d{1,7}):(\d{1,7})(?!\d)/g;
  const places = Array.from(stack.matchAll(frame), ([, script = '', line = '', column = '']) => {
    return `${script.startsWith('blob:') ? 'worker' : 'main'} ${line}:${column}`;
  });
  return places.slice(0, mostFrames);
}
