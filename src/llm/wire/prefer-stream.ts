import { Failure } from '../../failure';
import { traitsOf } from '../../failure-kinds';
import type { ChatApi } from './chat';
import type { Completion } from './completion';
import { EndpointRefusal } from '../errors/errors';
import { NoAnswer } from '../http';
import type { Route } from '../memory/routes';

/**
 * The two ways to one endpoint as one: streamed where that works, else whole; what worked is remembered. A browser does
 * not say whether its rules or the network stopped a request, so the first one that gets no answer is sent once more
 * the other way, which the rules do not bind. Once anything of an answer has arrived, nothing is sent again here.
 */
export function preferStream(streamed: ChatApi, whole: ChatApi, route: Route): ChatApi {
  const stream: ChatApi['complete'] = async (call, signal, onPiece) => {
    const completion = await streamed.complete({ ...call, stream: true }, signal, onPiece);
    // Uncounted, neither the cost nor a prompt that was cut would be known; other answers may be counted.
    route.learn(completion.usage === undefined ? 'whole' : 'stream');
    return completion;
  };
  const detour: ChatApi['complete'] = async (call, signal) => {
    try {
      const completion: Completion = await whole.complete(call, signal);
      route.learn('whole');
      return completion;
    } catch (thrown) {
      if (thrown instanceof Failure && !traitsOf(thrown.kind).mayNotHaveReached) route.learn('whole');
      throw thrown;
    }
  };
  return {
    models: (signal) => whole.models(signal),
    complete: async (call, signal, onPiece) => {
      if (route.known === 'whole') return whole.complete(call, signal);
      const hasWorked = route.known === 'stream';
      try {
        return await stream(call, signal, onPiece);
      } catch (thrown) {
        if (refusesStreams(thrown) && !call.stream) return detour(call, signal);
        // Some firewalls swallow the browser's question whether it may ask. What was sent may be billed: not again.
        if (!hasWorked && thrown instanceof Failure && thrown.kind === 'llm-timeout') route.learn('whole');
        if (!(thrown instanceof NoAnswer)) throw thrown;
        // The next try goes the other way, which also tells better what is wrong.
        route.take('whole');
        if (hasWorked) throw new Failure('llm-unreachable');
        return detour(call, signal);
      }
    },
  };
}

function refusesStreams(thrown: unknown): boolean {
  return thrown instanceof EndpointRefusal && /\bstream(ing|ed|_options)?\b/i.test(thrown.words);
}
