/** Maximum result, in seconds. */
const LONGEST = 24 * 3_600;
/** Matches `12:34:56`. */
const CLOCK = /^(\d{1,3}):(\d\d):(\d\d)$/;
/** Matches `7m12s`, `1.5 s`, `20 seconds`. */
const DURATION = /(\d+(?:\.\d+)?)\s*(ms|milliseconds?|h|hours?|m|minutes?|min|s|seconds?|sec)(?![a-z])/gi;
const SECONDS: Readonly<Record<string, number>> = { h: 3_600, m: 60, s: 1 };

/**
 * Returns the pause that an endpoint requests, in whole seconds; undefined when it requests none. The sources
 * are `Retry-After` (seconds, a duration or an HTTP date), `retry-after-ms`, the message ("try again in
 * 7m12s") and the headers that `resetSeconds` reads. The first source that contains a pause is used.
 * @param headers names in lower case
 * @param now ms since 1970; not used for an HTTP date if the response has a `date` header
 */
export function retryAfterSeconds(
  headers: Readonly<Record<string, string>>,
  now: number,
  message = '',
): number | undefined {
  const inHeader = secondsIn(headers['retry-after']?.trim() ?? '', Date.parse(headers['date'] ?? ''), now);
  const inMs = /^\d{1,12}(\.\d+)?$/.exec(headers['retry-after-ms']?.trim() ?? '')?.[0];
  const seconds =
    inHeader ??
    (inMs === undefined ? undefined : Number(inMs) / 1000) ??
    duration(durationInMessage(message)) ??
    resetSeconds(headers, now);
  return seconds === undefined ? undefined : Math.min(Math.max(0, Math.ceil(seconds)), LONGEST);
}

/**
 * Returns the seconds until all exceeded limits are reset, from headers such as `x-ratelimit-reset-requests`.
 * A limit is exceeded if its `x-ratelimit-remaining-…` is zero. If no header shows which limit is exceeded,
 * the earliest reset is used.
 */
function resetSeconds(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const resets = Object.entries(headers).flatMap(([name, value]) => {
    const limit = /^x-ratelimit-reset(-[a-z-]+)?$/.exec(name);
    const seconds = limit === null ? undefined : untilReset(value.trim(), now);
    const remaining = headers[`x-ratelimit-remaining${limit?.[1] ?? ''}`]?.trim();
    return seconds === undefined ? [] : [{ seconds, isReached: remaining === '0' }];
  });
  const reached = resets.filter(({ isReached }) => isReached).map(({ seconds }) => seconds);
  if (reached.length > 0) return Math.max(...reached);
  return resets.length === 0 ? undefined : Math.min(...resets.map(({ seconds }) => seconds));
}

/**
 * Returns the seconds until a reset. The value is a duration, a number of seconds, or a time in seconds or
 * milliseconds since 1970.
 */
function untilReset(value: string, now: number): number | undefined {
  if (!/^\d{1,15}(\.\d+)?$/.test(value)) return secondsIn(value, Number.NaN, now);
  const amount = Number(value);
  if (amount > 1e11) return (amount - now) / 1000;
  return amount > 1e9 ? amount - now / 1000 : amount;
}

function secondsIn(value: string, serverTime: number, localTime: number): number | undefined {
  if (/^\d{1,15}(\.\d+)?$/.test(value)) return Number(value);
  if (/^(\d+(\.\d+)?\s*[a-z]+\s*)+$/i.test(value)) return duration(value);
  // Date.parse reads "soon 1" as a day in 2001, so only a text with a time such as 12:34:56 is parsed.
  if (!/\d{2}:\d{2}:\d{2}/.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : (at - (Number.isNaN(serverTime) ? localTime : serverTime)) / 1000;
}

function durationInMessage(message: string): string {
  const clock = /\bin (\d{1,3}:\d\d:\d\d)\b/.exec(message)?.[1];
  if (clock !== undefined) return clock;
  return (
    /(?:try again|retry|wait) (?:in |after |for )?([\d.]{1,12} ?[a-z]{1,12}(?: ?[\d.]{1,12} ?[a-z]{1,12}){0,3})/i.exec(
      message,
    )?.[1] ?? ''
  );
}

function duration(text: string): number | undefined {
  const [, hours, minutes, rest] = CLOCK.exec(text) ?? [];
  if (hours !== undefined) return Number(hours) * 3_600 + Number(minutes) * 60 + Number(rest);
  const found = [...text.matchAll(DURATION)];
  if (found.length === 0) return undefined;
  return found.reduce((sum, [, amount, unit = '']) => {
    const name = unit.toLowerCase();
    return (
      sum +
      Number(amount) * (name === 'ms' || name.startsWith('milli') ? 0.001 : (SECONDS[name.charAt(0)] ?? 0))
    );
  }, 0);
}
