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

/**
 * Upper limit of the answer for one page, in tokens. The densest pages have about 4,000. A model in a loop
 * stops at the limit.
 */
const MAX_PAGE_TOKENS = 8_000;
/** Maximum number of requests for one page if its answers are unusable. */
const MAX_ANSWERS = 2;
/** The answer is plain text, so there is no schema. */
const NO_SCHEMA = {};

/**
 * Creates a page reader that uses the vision model `endpoint.model`. Nothing is sent before the first call
 * of `read`. If `endpoint.model` is empty, `read` throws Failure `llm-no-vision`.
 */
export function connectReader(endpoint: Endpoint, http: HttpPort, ports: ModelPorts): PageReader {
  const session = new Session(endpoint, http, ports, 'text');
  return {
    name: endpoint.model,
    concurrency: endpoint.concurrency,
    read: async (page, signal) => {
      if (endpoint.model.trim() === '') throw new Failure('llm-no-vision');
      const image = await toChatImage(await page.image());
      return session.redact(await session.guarded(() => read(session, image, signal)));
    },
  };
}

async function read(session: Session, image: ChatImage, signal: AbortSignal): Promise<PageAnswer> {
  const messages = pageMessages(image);
  const limit = Math.min(session.endpoint.maxOutputTokens, MAX_PAGE_TOKENS);
  let tokens: number | undefined;
  for (let answers = 1; ; answers += 1) {
    const completion = await withRetries(
      session.ports,
      signal,
      () => session.send(messages, limit, NO_SCHEMA, signal),
      session.patience,
    );
    requireImageTokens(session, messages, completion.usage);
    if (completion.usage !== undefined)
      tokens = (tokens ?? 0) + completion.usage.prompt + completion.usage.completion;
    const reading = readingOf(completion);
    // Some endpoints drop images without an error. The model then asks for the image.
    if (reading.kind === 'not-seen') throw noVision(session);
    if (answers === MAX_ANSWERS || !isWorthRetrying(reading))
      return { reading, ...(tokens === undefined ? {} : { tokens }) };
  }
}

/** An answer that was cut off would be cut at the same limit again. */
function isWorthRetrying(reading: PageReading): boolean {
  return reading.kind === 'unusable' && reading.problem !== 'cut-off';
}

function readingOf({ content, finish, refusal }: Completion): ReturnType<typeof readPageAnswer> {
  if (refusal !== '' || finish === 'content-filter' || finish === 'refusal') return { kind: 'refused' };
  if (finish === 'length' || finish === 'none') return { kind: 'unusable', problem: 'cut-off' };
  return readPageAnswer(content);
}

/**
 * Throws if the endpoint has dropped the image, because the model may then invent a text. The image was
 * dropped if the endpoint counted no more tokens than the text of the prompt has. Ollama is not checked,
 * because with some models it counts an image as one token.
 * @throws Failure `llm-no-vision`
 */
function requireImageTokens(
  session: Session,
  messages: readonly ChatMessage[],
  usage: Usage | undefined,
): void {
  if (usage === undefined || WIRES[session.endpoint.provider].api === 'ollama') return;
  const words = messages.map((message) => message.content).join('\n');
  if (usage.prompt <= estimateTokens(words)) throw noVision(session);
}

function noVision({ endpoint }: Session): Failure {
  return new Failure('llm-no-vision', { details: { model: endpoint.model } });
}
