/** Hosts that get `http` when the user enters no scheme: this machine and its local network. */
const LOCAL_HOST =
  /^(localhost|0\.0\.0\.0|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[|[^/:]+\.(local|lan|internal|home)(:|\/|$)|[^./:]+:\d)/i;
/** Paths of API calls. Users often paste them together with the base URL. */
const CALL_PATH = /\/+(chat\/completions|completions?|responses|messages|models|embeddings)$/i;
/** Matches `/v1/chat`, the first half of a pasted `/v1/chat/completions`. */
const HALF_CALL = /(\/v\d+)\/+chat$/i;

/**
 * Removes what users often paste together with a value: white space, invisible characters and surrounding
 * quotation marks. Full-width characters become ASCII.
 */
export function withoutPasteArtefacts(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim();
  return plain.replace(/^["'`<\u201c\u2018\u300c]+|["'`>\u201d\u2019\u300d]+$/g, '').trim();
}

/**
 * Normalises a base URL: removes the path of an API call (`/chat/completions`) and a trailing slash. Null
 * when the text is not an HTTP address, or has a user name or a password.
 */
export function toBaseUrl(text: string): string | null {
  const url = parseAddress(text);
  if (url === null || hasUser(url)) return null;
  const path = url.pathname.replace(/\/+$/, '').replace(CALL_PATH, '').replace(HALF_CALL, '$1');
  return `${url.href.slice(0, url.href.indexOf(url.host) + url.host.length)}${path}${url.search}`;
}

/**
 * Returns the host of an address with a user name or a password; null for all other texts. A user name can
 * look like the host: the host of `https://api.openai.com@evil.example` is `evil.example`.
 */
export function hostBehindUser(text: string): string | null {
  const url = parseAddress(text);
  return url !== null && hasUser(url) ? url.host : null;
}

function hasUser({ username, password }: URL): boolean {
  return username !== '' || password !== '';
}

function parseAddress(text: string): URL | null {
  const address = addressIn(withoutPasteArtefacts(text));
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(address);
  // A single word is not an address. A port without a host is not an address either.
  if (!hasScheme && !/^(localhost\b|\[[\da-f:]+\]|[^/:]+[.:][^/]*\w)/i.test(address)) return null;
  const url = parse(hasScheme ? address : `${LOCAL_HOST.test(address) ? 'http' : 'https'}://${address}`);
  if (url === null || !/^https?:$/.test(url.protocol) || !/[a-z\d]/i.test(url.hostname)) return null;
  return url;
}

/**
 * Returns the address in a pasted text. Removes words before the address (`POST`, the name of a variable), a
 * repeated scheme, and punctuation at the end. Corrects a mistyped scheme.
 */
function addressIn(text: string): string {
  // Text with a dot, a slash or a question mark before `http` is not removed, because it may itself be an
  // address (`proxy.example?url=https://…`).
  const [, found] = /^[^./?#@]+?(https?:[\\/]\S*)/i.exec(text) ?? [];
  const address = found ?? text;
  return address
    .replace(/^(https?:[\\/]+)+(?=https?:)/i, '')
    .replace(/^(https?):[\\/]+/i, '$1://')
    .replace(/[\s"'`<>),;.\u3002\u3001\\]+$/, '');
}

/** Appends the path of a call to a base URL, before the query. */
export function urlOfCall(baseUrl: string, path: string): string {
  const query = baseUrl.indexOf('?');
  return query < 0 ? `${baseUrl}${path}` : `${baseUrl.slice(0, query)}${path}${baseUrl.slice(query)}`;
}

/**
 * Appends `/v1` to the path of a base URL; null when the path already has a version or the URL is invalid.
 */
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
