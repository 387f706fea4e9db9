import { editDistance } from '../edit-distance';
import { toBaseUrl } from './base-url';
import { PRESETS } from './presets/presets';

/**
 * Why the user should look at an address before anything is sent to it. `plain`: the address uses `http` and
 * its host is outside of the user's own network, so other computers on the way can read everything.
 * `look-alike`: the host can look like the host of a provider.
 */
export type AddressRisk = 'plain' | 'look-alike';

/** Private, loopback and link-local ranges (RFC 1918, 1122, 3927 and 6598). */
const PRIVATE_IPV4 =
  /^(10|127|0)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
/** Loopback, unique local and link-local addresses (RFC 4291 and 4193). */
const PRIVATE_IPV6 = /^\[(::1?\]|f[cd][\da-f]{2}:|fe[89ab][\da-f]:)/;
/** Names that only a local network resolves (RFC 6761, 6762 and 8375), and names without a dot. */
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
 * Returns true when a host has characters outside ASCII, or may be an imitation of a provider's host. An
 * imitation contains the provider's domain, or its registered name is nearly the provider's name. Letters
 * that look alike (`0` and `o`) count as equal.
 */
function looksLikeAnother(hostname: string): boolean {
  if (/(^|\.)xn--/.test(hostname)) return true;
  const host = hostname.replace(/\.$/, '');
  const domains = domainsOfPresets();
  if ([...domains, ...OTHER_DOMAINS].some((domain) => `.${host}`.endsWith(`.${domain}`))) return false;
  const seen = shapeOf(host).replace(/-/g, '.');
  const registered = shapeOf(registeredName(host)).replace(/-/g, '');
  return domains.some((domain) => {
    const name = shapeOf(domain.replace(/\..*$/, ''));
    return seen.includes(shapeOf(domain)) || isNearly(registered, name);
  });
}

/** More domains of real providers. They do not count as imitations. */
const OTHER_DOMAINS = [
  'aliyun.com',
  'github.com',
  'githubcopilot.com',
  'minimax.chat',
  'minimax.io',
  'moonshot.ai',
  'siliconflow.com',
  'stepfun.ai',
  'tencentcloudapi.com',
];

/** Returns the last two labels of each preset's host, such as `openai.com`. */
function domainsOfPresets(): readonly string[] {
  return Object.values(PRESETS).flatMap((preset) => {
    const known = toBaseUrl(preset.baseUrl);
    const host = known === null ? '' : new URL(known).hostname;
    return host === '' || isPrivateHost(host) ? [] : [host.split('.').slice(-2).join('.')];
  });
}

/** Returns the label before the ending of a host: `openai` for `api.openai.com` and `api.openai.co.uk`. */
function registeredName(host: string): string {
  return host.replace(/(\.(com?|net|org|ac|edu|gov))?\.[^.]*$/, '').replace(/^.*\./, '');
}

/** Returns true when a registered name contains a provider's name or differs from it by a typing error. */
function isNearly(registered: string, name: string): boolean {
  if (name.length < 5) return registered === name && name.length > 3;
  if (name.length > 5 && registered.includes(name)) return true;
  const most = name.length < 10 ? 1 : 2;
  return editDistance(registered, name, most) <= most;
}

/** Returns the same text for all hosts that look alike. */
function shapeOf(hostname: string): string {
  return hostname.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/0/g, 'o').replace(/[1i]/g, 'l');
}
