import { asRecord } from '../../src/llm/record';

/**
 * Returns the page images in the messages of a request, as base64. They are in message parts (OpenAI,
 * Anthropic) or in the field `images` (Ollama).
 */
export function imagesIn(body: Readonly<Record<string, unknown>>): readonly string[] {
  const messages: readonly unknown[] = Array.isArray(body['messages']) ? body['messages'] : [];
  return messages.flatMap((message) => {
    const record = asRecord(message) ?? {};
    return [
      ...list(record['images']).filter((image) => typeof image === 'string'),
      ...list(record['content']).flatMap(inPart),
    ];
  });
}

/** Returns the text in the content of a message. */
export function wordsOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return list(content)
    .map((part) => asRecord(part)?.['text'])
    .filter((text) => typeof text === 'string')
    .join('\n');
}

function inPart(part: unknown): readonly string[] {
  const data = asRecord(asRecord(part)?.['source'])?.['data'];
  if (typeof data === 'string') return [data];
  const url = asRecord(asRecord(part)?.['image_url'])?.['url'];
  const base64 = typeof url === 'string' ? /^data:image\/jpeg;base64,(.+)$/s.exec(url)?.[1] : undefined;
  return base64 === undefined ? [] : [base64];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
