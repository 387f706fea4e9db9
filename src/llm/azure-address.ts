import { toBaseUrl } from './base-url';

/**
 * The API version that is added to an address without a version. It is the latest stable version of the API
 * whose addresses contain a deployment (Azure OpenAI documentation, "API version lifecycle").
 */
const API_VERSION = '2024-10-21';

/**
 * Completes the address of an Azure resource. The address of a deployment gets a version of the API. Three
 * kinds of addresses get the path of the newer API, which needs no version and accepts the deployment's name
 * as the model. They are the bare address of a resource, and the addresses that Azure's portal shows for
 * projects and for other vendors' models. All other addresses are returned unchanged.
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

/** Returns the name of the deployment in an address; an empty text when it has none. */
export function deploymentIn(baseUrl: string): string {
  const [, name = ''] = /\/openai\/deployments\/([^/?#]+)/.exec(toBaseUrl(baseUrl) ?? '') ?? [];
  return name;
}
