/** An endpoint that names a later day is asked once a day all the same, in seconds. */
const LONGEST = 24 * 3_600;
/** `7m12s`, `1.5 s`, `20 seconds`. */
const DURATION = /(\d+(?:\.\d+)?)\s*(ms|milliseconds?|h|hours?|m|minutes?|min|s|seconds?|sec)(?![a-z])/gi;
const SECONDS: Readonly<Record<string, number>> = { h: 3_600, m: 60, s: 1 };

/**
 * Seconds that an endpoint asks to wait, at most a day: by `Retry-After` (seconds, a duration or an HTTP date), by
 * `retry-after-ms`, or in its own words ("try again in 7m12s"). Undefined when it does not, or makes no sense.
 * @param now ms since 1970; a date is rather compared with the endpoint's own clock, where it tells the time
 */
export function retryAfterSeconds(headers: Readonly<Record<string, string>>, now: number, words = ''): number | undefined {
  const inHeader = secondsIn(headers['retry-after']?.trim() ?? '', Date.parse(headers['date'] ?? ''), now);
  const inMs = /^\d{1,12}(\.\d+)?$/.exec(headers['retry-after-ms']?.trim() ?? '')?.[0];
  const asked = inHeader ?? (inMs === undefined ? undefined : Number(inMs) / 1000) ?? duration(inWords(words));
  return asked === undefined ? undefined : Math.min(Math.max(0, Math.ceil(asked)), LONGEST);
}

function secondsIn(value: string, itsTime: number, ourTime: number): number | undefined {
  if (/^\d{1,15}(\.\d+)?$/.test(value)) return Number(value);
  if (/^(\d+(\.\d+)?\s*[a-z]+\s*)+$/i.test(value)) return duration(value);
  // Only a full date: Date.parse takes "soon 1" for a day in 2001.
  if (!/\d{2}:\d{2}:\d{2}/.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : (at - (Number.isNaN(itsTime) ? ourTime : itsTime)) / 1000;
}

function inWords(words: string): string {
  return /(?:try again|retry) (?:in|after) ([\d.]{1,12} ?[a-z]{1,12}(?: ?[\d.]{1,12} ?[a-z]{1,12}){0,3})/i.exec(words)?.[1] ?? '';
}

function duration(text: string): number | undefined {
  const found = [...text.matchAll(DURATION)];
  if (found.length === 0) return undefined;
  return found.reduce((sum, [, amount, unit = '']) => {
    const name = unit.toLowerCase();
    return sum + Number(amount) * (name === 'ms' || name.startsWith('milli') ? 0.001 : SECONDS[name.charAt(0)] ?? 0);
  }, 0);
}
