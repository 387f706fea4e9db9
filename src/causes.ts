/**
 * Describes a thrown value, with only the data that may leave the program. The message is left out, because
 * it can contain a key, a file name or text of a document. Names and codes must match a strict pattern, and
 * only line and column numbers are taken from a stack.
 */
export interface CauseRecord {
  /**
   * The name of the error's class, or `Error` if that name does not look like the name of a class. If the
   * thrown value is not an error, its type.
   */
  readonly name: string;
  /** The code of a system error, such as `ENOENT`. */
  readonly code?: string;
  /** The HTTP status of a response. */
  readonly status?: number;
  /**
   * Positions in the plugin's own scripts, such as `main LINE:COLUMN`, innermost frame first. The scripts are
   * `main`, `later` (unpacked code) and `worker`.
   */
  readonly at: readonly string[];
}

/** Maximum number of errors that are recorded from one chain of causes. */
const mostCauses = 5;
/** Maximum number of frames that are recorded from the stack of one error. */
const mostFrames = 6;

/**
 * An error that a worker sent to the main thread. Its message is for debugging only; its causes may be
 * logged.
 */
export class RemoteError extends Error {
  constructor(
    message: string,
    readonly causes: readonly CauseRecord[] = [],
  ) {
    super(message);
    this.name = 'RemoteError';
  }
}

/** Describes a thrown value and its chain of causes, outermost first. Never throws. */
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

/**
 * Finds the frames of three scripts: the plugin's main script (the app names it `plugin:pdf-inbox`), the code
 * that `packed-later.ts` unpacks when it is first needed, and workers started from a Blob.
 */
function framesIn(stack: unknown): readonly string[] {
  if (typeof stack !== 'string') return [];
  const frame = /(plugin:pdf-inbox(?:\/later)?|blob:[\w+.:/-]{1,100}[\da-f]{12}):(\d{1,7}):(\d{1,7})(?!\d)/g;
  const places = Array.from(stack.matchAll(frame), ([, script = '', line = '', column = '']) => {
    const part = script.startsWith('blob:') ? 'worker' : script.endsWith('/later') ? 'later' : 'main';
    return `${part} ${line}:${column}`;
  });
  return places.slice(0, mostFrames);
}
