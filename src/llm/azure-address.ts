import { toBaseUrl } from './base-url';

/**
 * The API version for addresses of deployments: the latest stable one (Azure OpenAI documentation, "API
 * version lifecycle").
 */
const API_VERSION = '2024-10-21';

/**
 * Completes an address of Azure. The address of a deployment gets an API version. Three other kinds of
 * addresses get the path of the newer API (`/openai/v1`): the bare address of a resource, and the addresses
 * that Azure's portal shows for projects (`/api/projects/…`) and for other vendors' models (`/models`).
 * Every other address stays unchanged.
 * @param baseUrl a normalised base URL
 */
export function azureBaseUrl(baseUrl: string): string {
  const url = new URL(baseUrl);
  if (/\/deployments\//.test(url.pathname)) {
    if (!url.searchParams.has('api-version')) url.searchParams.set('api-version', API_VERSION);
    return url.href;
  }
  if (!/^(\/openai|\/models|\/api\/projects\/[^/]+)?\/?$/.test(url.pathname)) return baseUrl;
  url.pathname = '/openai/v1';
  url.search = '';
  return url.href;
}

/** Returns the name of the deployment in an address; an empty text when there is none. */
export function deploymentIn(baseUrl: string): string {
  const [, name = ''] = /\/openai\/deployments\/([^/?#]+)/.exec(toBaseUrl(baseUrl) ?? '') ?? [];
  return name;
}
