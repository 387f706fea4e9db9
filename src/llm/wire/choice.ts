import { asRecord } from '../record';

type Choice = Readonly<Record<string, unknown>> | null;

/** The texts in one choice of a completion, or of a chunk of a streamed completion. */
export interface ChoiceText {
  readonly content: string;
  readonly refusal: string;
  readonly thoughts: string;
}

/**
 * Reads the texts of a choice. Depending on the server, the content is in a message, in the arguments of a
 * tool call, or directly in the choice as plain text.
 */
export function readChoice(choice: Choice): ChoiceText {
  const message = asRecord(choice?.['delta']) ?? asRecord(choice?.['message']) ?? {};
  const content = contentText(message['content']) || argumentsIn(message) || contentText(message['parsed']);
  return {
    content: content || asText(choice?.['text']) || asText(choice?.['message']),
    refusal: asText(message['refusal']),
    // `reasoning_content` is DeepSeek's name, which most servers use; `reasoning` is OpenRouter's.
    thoughts: asText(message['reasoning_content']) || asText(message['reasoning']),
  };
}

/**
 * The content may be a text, a list of parts, one part, or the requested JSON as an object instead of a text.
 */
function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (Array.isArray(content))
    return content
      .map((part) => (typeof part === 'string' ? part : asText(asRecord(part)?.['text'])))
      .join('');
  const record = asRecord(content);
  if (record === null || Object.keys(record).length === 0) return '';
  return 'text' in record && 'type' in record ? asText(record['text']) : JSON.stringify(record);
}

/** Some servers return structured output as the arguments of a tool call, although no tool was offered. */
function argumentsIn(message: Readonly<Record<string, unknown>>): string {
  const calls: readonly unknown[] = Array.isArray(message['tool_calls']) ? message['tool_calls'] : [];
  const called = asRecord(asRecord(calls[0])?.['function']) ?? asRecord(message['function_call']);
  return contentText(called?.['arguments']);
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
