import { Failure } from '../failure';
import { estimateTokens } from '../text/tokens';
import { toChatImage, type ChatImage } from './prompt/chat-image';
import type { Completion, Usage } from './wire/completion';
import type { Endpoint } from './endpoint';
import type { HttpPort } from './http';
import { readPageAnswer } from './answer/page-answer';
import { pageMessages } from './prompt/page-prompt';
import type { PageAnswer, PageReader, PageReading } from './page-reader';
import type { ModelPorts } from './ports';
import type { ChatMessage } from './prompt/prompt';
import { withRetries } from './retry';
import { Session } from './session';
import { WIRES } from './presets/wires';

/** Tokens for one page: the densest have some 4,000. A model that has lost its way stops here. */
const MAX_PAGE_TOKENS = 8_000;
/** How often a page is asked for whose answers cannot be used. */
const MAX_ANSWERS = 2;
/** Text is asked for, so no form of answer is described. */
const NO_SCHEMA = {};

/**
 * The vision model behind an endpoint; `endpoint.model` is its name. What is said of {@link connect} holds here, too.
 * @returns a reader whose `read` throws Failure `llm-no-vision`, and sends nothing, when no model is named
 */
export function connectReader(endpoint: Endpoint, http: HttpPort, ports: ModelPorts): PageReader {
  const session = new Session(endpoint, http, ports, 'text');
  return {
    name: endpoint.model,
    concurrency: endpoint.concurrency,
    read: async (page, signal) => {
      if (endpoint.model.trim() === '') throw new Failure('llm-no-vision');
      const image = await toChatImage(await page.image());
      return session.guarded(() => read(session, image, signal));
    },
  };
}

/** One answer, and one more if the first cannot be used. */
async function read(session: Session, image: ChatImage, signal: AbortSignal): Promise<PageAnswer> {
  const messages = pageMessages(image);
  const limit = Math.min(session.endpoint.maxOutputTokens, MAX_PAGE_TOKENS);
  let tokens: number | undefined;
  for (let answers = 1; ; answers += 1) {
    const completion = await withRetries(session.ports, signal, () => session.send(messages, limit, NO_SCHEMA, signal));
    requireSight(session, messages, completion.usage);
    if (completion.usage !== undefined) tokens = (tokens ?? 0) + completion.usage.prompt + completion.usage.completion;
    const reading = readingOf(completion);
    if (answers === MAX_ANSWERS || !isWorthAsking(reading)) return { reading, ...(tokens === undefined ? {} : { tokens }) };
  }
}

/** An answer that was as long as it may be would only be as long again. */
function isWorthAsking(reading: PageReading): boolean {
  return reading.kind === 'unusable' && reading.problem !== 'cut-off';
}

function readingOf({ content, finish, refusal }: Completion): PageReading {
  if (refusal !== '' || finish === 'content-filter') return { kind: 'refused' };
  if (finish === 'length' || finish === 'none') return { kind: 'unusable', problem: 'cut-off' };
  return readPageAnswer(content);
}

/**
 * Some endpoints drop an image that the model cannot see, and the model may make a text up. The estimate is rather too
 * high than too low, and any page image has more tokens than the difference; only Ollama counts the images of some
 * models as one token.
 * @throws Failure `llm-no-vision` when the endpoint counted no more tokens than the words alone have.
 */
function requireSight(session: Session, messages: readonly ChatMessage[], usage: Usage | undefined): void {
  if (usage === undefined || WIRES[session.endpoint.provider].api === 'ollama') return;
  const words = messages.map((message) => message.content).join('\n');
  if (usage.prompt <= estimateTokens(words)) {
    throw new Failure('llm-no-vision', { details: { model: session.endpoint.model } });
  }
}
