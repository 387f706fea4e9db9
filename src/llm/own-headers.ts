import { Failure } from '../failure';

/** A header that the user adds to every request. */
export interface OwnHeader {
  readonly name: string;
  /** The name under which the app's secret storage keeps the header's value. */
  readonly secret: string;
}

/** A header name (RFC 9110, section 5.6.2: a token), at most 100 characters. */
const NAME = /^[!#$%&'*+.^_`|~\da-z-]{1,100}$/i;
/**
 * The forbidden request headers of the Fetch standard, and headers that the plugin sets (`accept`,
 * `content-type`) or a proxy sets (`forwarded`, `x-forwarded-…`).
 */
const RESERVED =
  /^(accept(-charset|-encoding)?|access-control-.*|connection|content-.*|cookie2?|date|dnt|expect|forwarded|host|keep-alive|origin|permissions-policy|proxy-.*|referer|sec-.*|set-cookie2?|te|trailer|transfer-encoding|upgrade|via|x-forwarded-.*|x-http-method(-override)?|x-method-override)$/i;

/** Returns whether users may choose this name for a header. */
export function isOwnHeaderName(name: string): boolean {
  return NAME.test(name) && !RESERVED.test(name);
}

/**
 * Returns the values of the headers by name. The names are in lower case. If the device does not have the
 * secret of a header, the value is empty.
 */
export function withValues(
  headers: readonly OwnHeader[],
  valueOf: (secret: string) => string | null,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    headers.map(({ name, secret }) => [name.toLowerCase(), valueOf(secret)?.trim() ?? '']),
  );
}

/** @throws Failure `llm-header-value` when a value is empty or a header cannot contain it. */
export function checkHeaders(headers: Readonly<Record<string, string>>): void {
  const name = Object.keys(headers).find((one) => !/^[\x20-\x7e]+$/.test(headers[one] ?? ''));
  if (name !== undefined) throw new Failure('llm-header-value', { details: { name } });
}
