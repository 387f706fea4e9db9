import { toBaseUrl } from './base-url';
import { PRESETS } from './presets/presets';

/**
 * Why the user should look at an address before anything is sent to it. `plain`: the address uses `http` and
 * its host is outside of the user's own network, so others on the way can read everything. `look-alike`: the
 * host can be mistaken for another one.
 */
export type AddressRisk = 'plain' | 'look-alike';

/** Private, loopback and link-local ranges (RFC 1918, 1122, 3927 and 6598). */
const PRIVATE_IPV4 =
  /^(10|127|0)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
/** Loopback, unique local and link-local addresses (RFC 4291 and 4193). */
const PRIVATE_IPV6 = /^\[(::1?\]|f[cd][\da-f]{2}:|fe[89ab][\da-f]:)/;
/** Names that only a local network resolves (RFC 6761, 6762 and 8375), and single names. */
const PRIVATE_NAME = /(^|\.)(localhost|local|lan|internal|home|home\.arpa)\.?$|^[^.]+$/;

/**
 * Returns true when a host (in the form of `URL.hostname`) is this machine or belongs to a private network.
 */
export function isPrivateHost(hostname: string): boolean {
  if (/^[\d.]+$/.test(hostname)) return PRIVATE_IPV4.test(hostname);
  return hostname.startsWith('[') ? PRIVATE_IPV6.test(hostname) : PRIVATE_NAME.test(hostname);
}

/** Returns the risk of a base URL, or null when there is none or the text is not an address. */
export function riskOf(baseUrl: string): AddressRisk | null {
  const usable = toBaseUrl(baseUrl);
  if (usable === null) return null;
  const { protocol, hostname } = new URL(usable);
  if (protocol === 'http:' && !isPrivateHost(hostname)) return 'plain';
  return looksLikeAnother(hostname) ? 'look-alike' : null;
}

/**
 * Returns true when a host can be mistaken for the domain of a provider: it has letters of other alphabets,
 * contains the domain without belonging to it, or differs from it only by letters of a similar shape.
 */
function looksLikeAnother(hostname: string): boolean {
  if (/(^|\.)xn--/.test(hostname)) return true;
  const seen = shapeOf(hostname).replace(/-/g, '.');
  return Object.values(PRESETS).some((preset) => {
    const known = toBaseUrl(preset.baseUrl);
    const host = known === null ? '' : new URL(known).hostname;
    if (host === '' || isPrivateHost(host)) return false;
    const domain = host.split('.').slice(-2).join('.');
    return seen.includes(shapeOf(domain)) && !`.${hostname}`.endsWith(`.${domain}`);
  });
}

/** Returns one form for hosts that look alike. */
function shapeOf(hostname: string): string {
  return hostname.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/0/g, 'o').replace(/[1i]/g, 'l');
}
