import { Failure } from '../../failure';
import { traitsOf } from '../../failure-kinds';
import type { ChatApi } from './chat';
import type { Completion } from './completion';
import { EndpointRefusal } from '../errors/errors';
import { NoAnswer } from '../http';
import type { Route } from '../memory/routes';

/**
 * Combines the two routes to one endpoint: streamed if possible, otherwise whole. The route that worked is
 * stored. A browser does not report whether CORS or the network stopped a request. Therefore, the first
 * request without any response is sent once more on the other route, which CORS does not affect. After a part
 * of a response has arrived, nothing is sent again at this level.
 *
 * On the route `whole`, redirects to another origin are followed unseen. The first request to an origin on it
 * is therefore one for the list of models, which carries no text of a document.
 */
export function preferStream(streamed: ChatApi, whole: ChatApi, route: Route): ChatApi {
  const completeStreamed: ChatApi['complete'] = async (call, signal, onPiece) => {
    const completion = await streamed.complete({ ...call, stream: true }, signal, onPiece);
    // Without token counts, the cost is unknown and a cut prompt cannot be detected. Whole responses may have
    // counts.
    route.learn(completion.usage === undefined ? 'whole' : 'stream');
    return completion;
  };
  const sendWhole: ChatApi['complete'] = async (call, signal) => {
    if (!route.isMet) await introduce(whole, signal);
    route.meet();
    return whole.complete(call, signal);
  };
  const completeWhole: ChatApi['complete'] = async (call, signal) => {
    try {
      const completion: Completion = await sendWhole(call, signal);
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
      if (route.known === 'whole') return sendWhole(call, signal);
      const hasWorked = route.known === 'stream';
      try {
        return await completeStreamed(call, signal, onPiece);
      } catch (thrown) {
        if (refusesStreams(thrown) && !call.stream) return completeWhole(call, signal);
        // Some servers refuse a key only because the browser adds the page's origin to the request.
        if (!hasWorked && refusesAccess(thrown)) return completeWhole(call, signal);
        // The next attempt takes the other route, where no event can get lost.
        if (isDamaged(thrown)) route.take('whole');
        // Some firewalls drop the browser's preflight request. The endpoint may bill the request that was
        // sent, so it is not sent again.
        if (!hasWorked && thrown instanceof Failure && thrown.kind === 'llm-timeout') route.learn('whole');
        if (!(thrown instanceof NoAnswer)) throw thrown;
        // The next attempt takes the other route, whose errors are also more specific.
        route.take('whole');
        if (hasWorked) throw new Failure('llm-unreachable');
        return completeWhole(call, signal);
      }
    },
  };
}

function refusesStreams(thrown: unknown): boolean {
  return thrown instanceof EndpointRefusal && /\bstream(ing|ed|_options)?\b/i.test(thrown.words);
}

/**
 * Sends the request that carries no text. Any response will do, because many endpoints list no models.
 * @throws Failure when no response came; Cancelled
 */
async function introduce(api: ChatApi, signal: AbortSignal): Promise<void> {
  try {
    await api.models(signal);
  } catch (thrown) {
    const isResponse =
      thrown instanceof Failure &&
      (thrown.kind === 'llm-not-an-api' || !traitsOf(thrown.kind).mayNotHaveReached);
    if (!isResponse) throw thrown;
  }
}

/** Returns whether an event of the stream could not be parsed. */
function isDamaged(thrown: unknown): boolean {
  return thrown instanceof Failure && thrown.details['reason'] === 'damaged-stream';
}

function refusesAccess(thrown: unknown): boolean {
  return (
    thrown instanceof Failure &&
    (thrown.kind === 'llm-key-wrong' || thrown.kind === 'llm-forbidden') &&
    (thrown.details['status'] === 401 || thrown.details['status'] === 403)
  );
}
