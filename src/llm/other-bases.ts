import { toBaseUrl, withVersion } from './base-url';
import { PRESETS } from './presets/presets';

/** A base URL to try when there is no API at the base URL that the user entered. */
export interface OtherBase {
  readonly baseUrl: string;
  /**
   * True when a document may be sent to this URL only after a proof: an API at the URL must have answered a
   * request for the list of models, or refused the key. A base URL to which `/v1` was added needs no proof,
   * because most servers use this path and some of them have no list of models.
   */
  readonly needsProof: boolean;
}

/**
 * Returns the base URLs to try, the most likely first: with `/v1`; with the path of a vendor's preset; with
 * Open WebUI's `/api`. If the URL ends with the path of the native API of Ollama (`/api`) or LM Studio
 * (`/api/v1`), the URL with `/v1` instead of this path is tried, too.
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
