/** Hosts that are reached without encryption when no scheme was typed: this machine's and those of its network. */
const NEAR =
  /^(localhost|0\.0\.0\.0|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[|[^/:]+\.(local|lan|internal|home)(:|\/|$)|[^./:]+:\d)/i;
/** Paths of single calls, which users copy together with the base URL. */
const CALL = /\/+(chat\/completions|completions|responses|models)$/i;

/** What was typed or pasted, without what came along: spaces, invisible characters, quotes, full-width forms. */
export function asTyped(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff]/g, '').trim();
  return plain.replace(/^["'`<\u201c\u2018\u300c]+|["'`>\u201d\u2019\u300d]+$/g, '').trim();
}

/**
 * A base URL as it can be used: scheme, host, path without the call's own, query; no slash at the path's end. Null when
 * the text is no address of an HTTP server.
 */
export function toBaseUrl(text: string): string | null {
  const typed = asTyped(text);
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(typed);
  // A single word is no address, nor is a port.
  if (!hasScheme && !/^(localhost\b|\[[\da-f:]+\]|[^/:]+[.:][^/]*\w)/i.test(typed)) return null;
  const url = parse(hasScheme ? typed : `${NEAR.test(typed) ? 'http' : 'https'}://${typed}`);
  if (url === null || !/^https?:$/.test(url.protocol) || !/[a-z\d]/i.test(url.hostname)) return null;
  const path = url.pathname.replace(/\/+$/, '').replace(CALL, '');
  return `${url.href.slice(0, url.href.indexOf(url.host) + url.host.length)}${path}${url.search}`;
}

/** The address of a call below a base URL, whose query stays at the end. */
export function urlOfCall(baseUrl: string, path: string): string {
  const query = baseUrl.indexOf('?');
  return query < 0 ? `${baseUrl}${path}` : `${baseUrl.slice(0, query)}${path}${baseUrl.slice(query)}`;
}

/** The base URL with the version that most APIs have in their path; null when it has one. */
export function withVersion(baseUrl: string): string | null {
  const base = toBaseUrl(baseUrl);
  return base === null || /\/v\d/i.test(new URL(base).pathname) ? null : urlOfCall(base, '/v1');
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch (thrown) {
    if (thrown instanceof TypeError) return null;
    throw thrown;
  }
}
