import { asRecord } from '../record';

type Choice = Readonly<Record<string, unknown>> | null;

/** What one choice of a completion, or one chunk of it, says. */
export interface Said {
  readonly content: string;
  readonly refusal: string;
  readonly thoughts: string;
}

/** Reads a choice, wherever the server puts the words: a message, a part of one, a tool's arguments, or plain text. */
export function readChoice(choice: Choice): Said {
  const message = asRecord(choice?.['delta']) ?? asRecord(choice?.['message']) ?? {};
  const content = contentText(message['content']) || argumentsIn(message) || contentText(message['parsed']);
  return {
    content: content || asText(choice?.['text']) || asText(choice?.['message']),
    refusal: asText(message['refusal']),
    // The first is DeepSeek's name, which most took over; the second is OpenRouter's.
    thoughts: asText(message['reasoning_content']) || asText(message['reasoning']),
  };
}

/**
 * Content is text, or parts of which some are text, or an object: a part, or what the model was asked for, unquoted.
 */
function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (Array.isArray(content)) return content.map((part) => (typeof part === 'string' ? part : asText(asRecord(part)?.['text']))).join('');
  const record = asRecord(content);
  if (record === null || Object.keys(record).length === 0) return '';
  return 'text' in record && 'type' in record ? asText(record['text']) : JSON.stringify(record);
}

/** Some servers make a form of answer into a tool, although none was offered. */
function argumentsIn(message: Readonly<Record<string, unknown>>): string {
  const calls: readonly unknown[] = Array.isArray(message['tool_calls']) ? message['tool_calls'] : [];
  const called = asRecord(asRecord(calls[0])?.['function']) ?? asRecord(message['function_call']);
  return contentText(called?.['arguments']);
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
