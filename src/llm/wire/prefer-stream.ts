import type { Clock } from '../../clock';
import { Cancelled, Failure, type FailureKind } from '../../failure';
import { traitsOf } from '../../failure-kinds';
import type { ChatApi } from './chat';
import { EndpointRefusal } from '../errors/errors';
import { NoAnswer } from '../http';
import type { Route } from '../memory/routes';

/** If a request gets no response for this time, in ms, the model may have worked on it. */
const WORKED_AFTER = 1_500;

/**
 * Uses the browser's `fetch` if possible, otherwise the app's request function, and stores what worked. A
 * browser does not report whether CORS or the network stopped a request. So if the first request gets no
 * response, it is sent again with the app's function, where CORS does not apply. It is not sent again if the
 * model may have worked on it, or if a part of a response has arrived.
 *
 * The app's function may follow a redirect to another origin, and the plugin cannot detect this. Therefore,
 * the first request with this function asks for the list of models and contains no text of a document. If
 * this request gets no response, no document is sent.
 */
export function preferStream(streamed: ChatApi, whole: ChatApi, route: Route, clock: Clock): ChatApi {
  const completeStreamed: ChatApi['complete'] = async (call, signal, onPiece) => {
    const completion = await streamed.complete({ ...call, stream: true }, signal, onPiece);
    // Without the number of tokens, the cost is unknown and a cut prompt cannot be detected. A response
    // without streaming may contain this number.
    route.learn(completion.usage === undefined ? 'plain' : 'stream');
    return completion;
  };
  const meet = async (signal: AbortSignal): Promise<void> => {
    if (!route.hasResponded) await sendFirstRequest(whole, signal);
    route.storeResponse();
  };
  const completePlain: ChatApi['complete'] = async (call, signal) => {
    await meet(signal);
    const completion = await whole.complete(call, signal);
    route.learn('plain');
    return completion;
  };
  const completeWhole: ChatApi['complete'] = async (call, signal) => {
    await meet(signal);
    try {
      const completion = await whole.complete({ ...call, stream: true }, signal);
      route.learn(completion.usage === undefined ? 'plain' : 'whole');
      return completion;
    } catch (thrown) {
      if (refusesStreams(thrown) && !call.stream) return completePlain(call, signal);
      if (isDamaged(thrown)) route.take('plain');
      throw thrown;
    }
  };
  /**
   * Returns whether CORS lets the browser reach the endpoint. If so, an earlier request that got no response
   * may have reached the endpoint, too.
   */
  const reachesBrowser = async (signal: AbortSignal): Promise<boolean> => {
    try {
      await streamed.models(signal);
      return true;
    } catch (thrown) {
      if (thrown instanceof Cancelled) throw thrown;
      return thrown instanceof Failure && thrown.kind !== 'llm-timeout';
    }
  };
  return {
    models: (signal) => whole.models(signal),
    complete: async (call, signal, onPiece) => {
      if (route.known === 'plain') return completePlain(call, signal);
      if (route.known === 'whole') return completeWhole(call, signal);
      const hasWorked = route.known === 'stream';
      const started = clock.now();
      try {
        return await completeStreamed(call, signal, onPiece);
      } catch (thrown) {
        if (refusesStreams(thrown) && !call.stream) return completePlain(call, signal);
        // Some servers refuse access only because the browser adds the page's origin to the request.
        if (!hasWorked && refusesAccess(thrown)) return completeWhole(call, signal);
        // A part of the stream was lost, so the next requests ask for a response without streaming.
        if (isDamaged(thrown)) route.take('plain');
        // Some firewalls drop the browser's preflight request, so the next requests use the app's function.
        // The present request is not sent again, because the endpoint may have received and billed it.
        if (!hasWorked && thrown instanceof Failure && thrown.kind === 'llm-timeout') route.learn('whole');
        if (!(thrown instanceof NoAnswer)) throw thrown;
        const mayHaveWorked = clock.now() - started >= WORKED_AFTER;
        if (mayHaveWorked && (hasWorked || (await reachesBrowser(signal)))) {
          throw new Failure('llm-no-answer', { cause: thrown });
        }
        // The next attempt uses the app's function. It reports more about errors than `fetch` does.
        route.take('whole');
        if (hasWorked) throw new Failure('llm-unreachable');
        return completeWhole(call, signal).catch((failure: unknown) => {
          if (failure instanceof Failure && !traitsOf(failure.kind).mayNotHaveReached) route.learn('whole');
          throw failure;
        });
      }
    },
  };
}

function refusesStreams(thrown: unknown): boolean {
  return thrown instanceof EndpointRefusal && /\bstream(ing|ed|_options)?\b/i.test(thrown.words);
}

/**
 * Requests the list of models. Any response is sufficient, because many endpoints list no models.
 * @throws Failure when no response came; Cancelled
 */
async function sendFirstRequest(api: ChatApi, signal: AbortSignal): Promise<void> {
  try {
    await api.models(signal);
  } catch (thrown) {
    const isResponse =
      thrown instanceof Failure &&
      (thrown.kind === 'llm-not-an-api' || !traitsOf(thrown.kind).mayNotHaveReached);
    if (!isResponse) throw thrown;
  }
}

function isDamaged(thrown: unknown): boolean {
  return thrown instanceof Failure && thrown.details['reason'] === 'damaged-stream';
}

/** Kinds of failures that a 401 or 403 may cause. A 403 with a page of HTML causes `llm-not-an-api`. */
const ACCESS: ReadonlySet<string> = new Set<FailureKind>([
  'llm-key-wrong',
  'llm-forbidden',
  'llm-not-an-api',
]);

function refusesAccess(thrown: unknown): boolean {
  return (
    thrown instanceof Failure &&
    ACCESS.has(thrown.kind) &&
    (thrown.details['status'] === 401 || thrown.details['status'] === 403)
  );
}
