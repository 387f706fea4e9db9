/** The main program of the endpoint worker, which keeps the work of requests off the main thread. */
import { systemClock } from '../../clock';
import { CircuitBreakers } from '../../llm/circuit-breaker';
import type { DeviceMemory, ModelPorts } from '../../llm/ports';
import { fetchHttp } from '../../llm/wire/fetch-http';
import type { HttpPort } from '../../llm/http';
import { RequestPace } from '../../llm/request-pace';
import type { Ask } from '../rpc/contract';
import { Unanswered } from '../rpc/questions';
import { serve } from '../rpc/serve';
import { AppAnswerStore } from './answer-store';
import { endpointCalls } from './calls';
import type { EndpointContract } from './protocol';

type AskApp = Ask<EndpointContract['services']>;

serve<EndpointContract>(({ memory, vault }, ask) =>
  endpointCalls({
    http: httpThrough(ask),
    model: modelPorts(memory, ask),
    store: new AppAnswerStore(vault),
    onTokens: (tokens) => void ask('spend', tokens).catch(ignore),
  }),
);

/**
 * Returns a port that asks the app to send requests. If a request fails, the thrown error has the text of
 * the app's error, because the kind of failure is determined from this text.
 */
function httpThrough(ask: AskApp): HttpPort {
  return async ({ url, method, headers, body }) => {
    try {
      return await ask('send', { url, method, headers, ...(body === undefined ? {} : { body }) });
    } catch (thrown) {
      throw thrown instanceof Unanswered ? new Error(thrown.text) : thrown;
    }
  };
}

function modelPorts(remembered: Readonly<Record<string, unknown>>, ask: AskApp): ModelPorts {
  const values = new Map(Object.entries(remembered));
  const memory: DeviceMemory = {
    load: (key) => values.get(key),
    save: (key, value) => {
      values.set(key, value);
      void ask('save', { key, value }).catch(ignore);
    },
  };
  return {
    clock: systemClock,
    memory,
    breakers: new CircuitBreakers(systemClock),
    pace: new RequestPace(systemClock),
    streaming: fetchHttp(self.fetch.bind(self), systemClock),
    // The prompt marks the beginning and the end of a document with a random text. The author of the document
    // must not be able to predict this text.
    random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
  };
}

/**
 * Ignores that the app could not save something. Only a cached value is lost, or the number of used tokens
 * becomes slightly too low.
 */
function ignore(): void {
  // Nothing to do.
}
