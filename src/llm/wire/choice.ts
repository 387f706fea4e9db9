import { asRecord } from '../record';

type Choice = Readonly<Record<string, unknown>> | null;

/** The texts in one choice of a completion, or in one chunk of it. */
export interface ChoiceText {
  readonly content: string;
  readonly refusal: string;
  readonly thoughts: string;
}

/**
 * Reads the texts of a choice. Servers put the content into a message, a part of a message, the arguments of
 * a tool call, or plain text.
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
 * Reads the content. It is a text, a list of parts some of which are texts, or an object. An object is either
 * one part, or the requested JSON that was not converted to a string.
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

/**
 * Returns the arguments of a tool call as text. Some servers return structured output in this place, although
 * the request offered no tool.
 */
function argumentsIn(message: Readonly<Record<string, unknown>>): string {
  const calls: readonly unknown[] = Array.isArray(message['tool_calls']) ? message['tool_calls'] : [];
  const called = asRecord(asRecord(calls[0])?.['function']) ?? asRecord(message['function_call']);
  return contentText(called?.['arguments']);
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
