import { toBaseUrl } from './base-url';
import { PRESETS, type EndpointId } from './presets/presets';

/**
 * Programs that run models on this device. No other server on this device is trusted, because it could
 * forward a text to another computer.
 */
const PROGRAMS: readonly EndpointId[] = ['ollama', 'lmstudio'];
/** Hosts that are always this device (RFC 1122, 4291 and 6761). */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])\.?$/;
/** Matches the names of models that Ollama runs on its own servers, such as `gpt-oss:120b-cloud`. */
const CLOUD = /[:-]cloud$/i;

/**
 * Returns whether the models run on this device, so that no text leaves it.
 * @param baseUrl empty for the preset's address
 */
export function runsOnDevice(provider: EndpointId, baseUrl: string, models: readonly string[]): boolean {
  const address = toBaseUrl(baseUrl || PRESETS[provider].baseUrl);
  return (
    PROGRAMS.includes(provider) &&
    address !== null &&
    LOOPBACK.test(new URL(address).hostname) &&
    !models.some((model) => CLOUD.test(model.trim()))
  );
}
