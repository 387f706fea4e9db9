import { AnswerMemory, type AnswerStore } from '../../llm/memory/answer-memory';
import { connect, listModels, testConnection } from '../../llm/connect';
import { connectReader } from '../../llm/connect-reader';
import { counted } from '../../llm/counted';
import type { HttpPort } from '../../llm/wire/http';
import type { CheckingModel, OnWords } from '../../llm/model';
import { layingOutPages } from './lay-out-pages';
import type { LaidOutReading, PageReader } from '../../llm/page-reader';
import type { ModelPorts } from '../../llm/ports';
import { remembering } from '../../llm/memory/remembering';
import { rememberingPages } from '../../llm/memory/remembering-pages';
import type { Call, CallResult, Party } from './protocol';

/** What calls need of the client worker's surroundings. */
export interface CallPorts {
  readonly http: HttpPort;
  readonly model: ModelPorts;
  readonly store: AnswerStore;
  readonly onTokens: (tokens: number) => void;
}

/** What a call may tell and ask while it is under way. */
export interface CallEvents {
  readonly onWords: OnWords;
  readonly image: () => Promise<Blob>;
}

/** The newest models and readers are kept: there are two or three for each PDF, and few PDFs at once. */
const MOST_KEPT = 12;

/** Makes the calls. What endpoints were found to take, and which of them are known to fail, all calls share. */
export class Calls {
  readonly #ports: CallPorts;
  readonly #answers: AnswerMemory;
  readonly #models = new Newest<CheckingModel>();
  readonly #readers = new Newest<PageReader<LaidOutReading>>();

  constructor(ports: CallPorts) {
    this.#ports = ports;
    this.#answers = new AnswerMemory(ports.store);
  }

  /** @throws Failure of an `llm-*` kind, what `image` throws, or Cancelled. */
  async make(call: Call, signal: AbortSignal, { onWords, image }: CallEvents): Promise<CallResult> {
    const { http, model: ports } = this.#ports;
    switch (call.type) {
      case 'draft':
        return { type: 'draft', answer: await this.#model(call.to).draft(call.request, signal, onWords) };
      case 'check':
        return { type: 'check', answer: await this.#model(call.to).read(call.request, signal) };
      case 'correct':
        return { type: 'correct', answer: await this.#model(call.to).correct(call.request, signal) };
      case 'read':
        return { type: 'read', answer: await this.#reader(call.to).read({ id: call.page, image }, signal) };
      case 'release':
        await this.#models.take(call.to.id)?.release?.();
        await this.#readers.take(call.to.id)?.release?.();
        return { type: 'release' };
      case 'test':
        return { type: 'test', ...(await testConnection(call.endpoint, http, ports, signal)) };
      case 'models':
        return { type: 'models', models: await listModels(call.endpoint, http, ports, signal) };
    }
  }

  #model({ id, endpoint }: Party): CheckingModel {
    const { http, model: ports, onTokens } = this.#ports;
    const asking = (): CheckingModel => counted(connect(endpoint, http, ports), onTokens);
    return this.#models.of(id, () => remembering(asking(), endpoint, this.#answers));
  }

  #reader({ id, endpoint }: Party): PageReader<LaidOutReading> {
    const { http, model: ports, store } = this.#ports;
    return this.#readers.of(id, () => layingOutPages(rememberingPages(connectReader(endpoint, http, ports), endpoint, store)));
  }
}

/** The last few of what was made, by number. */
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
