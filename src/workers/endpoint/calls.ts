import { connect, listModels, testConnection } from '../../llm/connect';
import { connectReader } from '../../llm/connect-reader';
import { counted } from '../../llm/counted';
import { AnswerMemory, type AnswerStore } from '../../llm/memory/answer-memory';
import { remembering } from '../../llm/memory/remembering';
import { rememberingPages } from '../../llm/memory/remembering-pages';
import type { CheckingModel } from '../../llm/model';
import type { LaidOutReading, PageReader } from '../../llm/page-reader';
import type { ModelPorts } from '../../llm/ports';
import type { HttpPort } from '../../llm/http';
import type { Program } from '../rpc/contract';
import { layingOutPages } from './lay-out-pages';
import type { EndpointContract, Party } from './protocol';

export interface CallPorts {
  readonly http: HttpPort;
  readonly model: ModelPorts;
  readonly store: AnswerStore;
  readonly onTokens: (tokens: number) => void;
}

/** Maximum number of models, and of page readers, that are kept. A PDF needs two or three of them. */
const MOST_KEPT = 12;

/**
 * Creates the functions of the endpoint worker. They share the circuit breakers and the stored data about
 * endpoints.
 * @throws Failure of an `llm-*` kind, or Cancelled; `read` also throws whatever the request for the page
 * image throws.
 */
export function endpointCalls(given: CallPorts): Program<EndpointContract['calls']> {
  const { http, model: ports, store, onTokens } = given;
  const answers = new AnswerMemory(store);
  const models = new Newest<CheckingModel>();
  const readers = new Newest<PageReader<LaidOutReading>>();
  const modelOf = ({ id, endpoint }: Party): CheckingModel =>
    models.of(id, () => remembering(counted(connect(endpoint, http, ports), onTokens), endpoint, answers));
  const readerOf = ({ id, endpoint }: Party): PageReader<LaidOutReading> =>
    readers.of(id, () => {
      const reader = connectReader(endpoint, http, ports);
      return layingOutPages(rememberingPages(reader, endpoint, store));
    });
  return {
    draft: ({ to, request }, { signal, report }) => modelOf(to).draft(request, signal, report),
    check: ({ to, request }, { signal }) => modelOf(to).read(request, signal),
    correct: ({ to, request }, { signal }) => modelOf(to).correct(request, signal),
    read: ({ to, page }, { signal, ask }) =>
      readerOf(to).read({ id: page, image: () => ask('image', null) }, signal),
    release: async ({ to }) => {
      await models.take(to.id)?.release?.();
      await readers.take(to.id)?.release?.();
      return undefined;
    },
    test: ({ endpoint }, { signal }) => testConnection(endpoint, http, ports, signal),
    models: ({ endpoint }, { signal }) => listModels(endpoint, http, ports, signal),
    forgetFailures: () => {
      ports.breakers?.reset();
      return Promise.resolve(undefined);
    },
  };
}

/** Keeps the latest {@link MOST_KEPT} objects. */
class Newest<Made> {
  readonly #made = new Map<number, Made>();

  of(id: number, make: () => Made): Made {
    const known = this.#made.get(id);
    if (known !== undefined) return known;
    const made = make();
    this.#made.set(id, made);
    const [oldest] = this.#made.keys();
    if (this.#made.size > MOST_KEPT && oldest !== undefined) this.#made.delete(oldest);
    return made;
  }

  take(id: number): Made | undefined {
    const made = this.#made.get(id);
    this.#made.delete(id);
    return made;
  }
}
