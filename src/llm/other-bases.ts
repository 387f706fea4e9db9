import { toBaseUrl, withVersion } from './base-url';
import { PRESETS } from './presets/presets';

/** A base URL at which the API may be when no API is at the address that the user entered. */
export interface OtherBase {
  readonly baseUrl: string;
  /**
   * True when this address is used only after a list of models, or a refusal of the key, has shown that an
   * API is there. The path `/v1` needs no such proof, because most servers use this path and some of them
   * have no list.
   */
  readonly needsProof: boolean;
}

/**
 * Returns the other base URLs of the same server, the most likely first: the path with a version, the path
 * that the vendor of a known host uses, Open WebUI's `/api`, and `/v1` instead of the path of a server's
 * native API (`/api` of Ollama, `/api/v1` of LM Studio).
 */
export function otherBases(baseUrl: string): readonly OtherBase[] {
  const base = toBaseUrl(baseUrl);
  if (base === null) return [];
  const versioned = withVersion(base);
  const { origin, host, pathname } = new URL(base);
  const proven = pathsFor(pathname, host).map((path) => ({ baseUrl: `${origin}${path}`, needsProof: true }));
  return [...(versioned === null ? [] : [{ baseUrl: versioned, needsProof: false }]), ...proven].filter(
    (other) => other.baseUrl !== base,
  );
}

function pathsFor(path: string, host: string): readonly string[] {
  if (path === '/') return [...pathsOfVendor(host), '/api'];
  return /^\/api(\/v\d+)?$/.test(path) ? ['/v1'] : [];
}

function pathsOfVendor(host: string): readonly string[] {
  return Object.values(PRESETS)
    .flatMap(({ baseUrl }) => toBaseUrl(baseUrl) ?? [])
    .map((base) => new URL(base))
    .flatMap((known) => (known.host === host && known.pathname !== '/' ? [known.pathname] : []));
}
