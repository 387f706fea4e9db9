import { describe, expect, it } from 'vitest';
import { bodyOfLines } from '../../../../src/llm/wire/json-lines';

const piece = (content: string, more: Record<string, unknown> = {}): string =>
  JSON.stringify({ message: { role: 'assistant', content }, done: false, ...more });

describe('bodyOfLines', () => {
  it.each(['\n', '\r\n'])('bodyOfLines rebuilds an answer from lines that end with %j', (newline) => {
    const text = [piece('{"a"'), piece(': 1}'), piece('', { done: true, done_reason: 'stop' }), ''].join(
      newline,
    );
    expect(bodyOfLines(text)).toMatchObject({
      message: { content: '{"a": 1}' },
      done: true,
      done_reason: 'stop',
    });
  });

  it.each(['unexpected EOF', { message: 'unexpected EOF' }])(
    'bodyOfLines returns the error %j from the middle of a stream',
    (error) => {
      expect(bodyOfLines(`${piece('x')}\n${JSON.stringify({ error })}\n`)).toEqual({ error });
    },
  );

  it('bodyOfLines returns an incomplete body if the stream was cut off', () => {
    expect(bodyOfLines(`${piece('x')}\n{"message":{"con`)).toMatchObject({
      message: { content: 'x' },
      done: false,
    });
  });

  it.each(['', 'Ollama is running', '{"a": 1}\n{"b": 2}'])(
    'bodyOfLines returns undefined for a body in another format, such as %j',
    (text) => {
      expect(bodyOfLines(text)).toBeUndefined();
    },
  );
});
