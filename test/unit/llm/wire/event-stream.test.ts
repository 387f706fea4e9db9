import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOfStream, isEventStream, readEvents } from '../../../../src/llm/wire/event-stream';

describe('readEvents', () => {
  it('readEvents reads every event, whatever kind of line break the stream uses', () => {
    const line = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text));
    const events = fc.array(
      fc.record({
        event: fc.constantFrom('message', 'error'),
        lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(events, fc.constantFrom('\n', '\r\n', '\r'), (sent, newline) => {
        const text = sent
          .map(({ event, lines }) =>
            [`event: ${event}`, ...lines.map((each) => `data: ${each}`), '', ''].join(newline),
          )
          .join('');
        expect(readEvents(text)).toEqual(sent.map(({ event, lines }) => ({ event, data: lines.join('\n') })));
      }),
    );
  });

  it('readEvents skips comments, the fields `id` and `retry`, and a truncated event', () => {
    expect(readEvents(': ping\n\nid: 1\nretry: 5\ndata:a\n\ndata: {"b')).toEqual([
      { event: 'message', data: 'a' },
    ]);
  });
});

describe('bodyOfStream', () => {
  it('bodyOfStream rebuilds a completion from its events', () => {
    const text = [
      'data: {"model":"m","choices":[{"delta":{"role":"assistant","content":"{\\"a\\""}}]}',
      'data: {"choices":[{"delta":{"content":": 1}"},"finish_reason":"stop"}]}',
      'data: {"choices":[],"usage":{"prompt_tokens":7}}',
      'data: [DONE]',
      '',
    ].join('\n\n');
    expect(bodyOfStream(text)).toEqual({
      model: 'm',
      choices: [
        { message: { content: '{"a": 1}', refusal: '', reasoning_content: '' }, finish_reason: 'stop' },
      ],
      usage: { prompt_tokens: 7 },
    });
  });

  it.each([
    ['event: error\ndata: {"message":"full"}\n\n', { error: { message: 'full' } }],
    ['event: error\ndata: out of memory\n\n', { error: { message: 'out of memory' } }],
    [
      'data: {"choices":[{"delta":{"content":"x"}}]}\n\ndata: {"error":{"code":502}}\n\n',
      { error: { code: 502 } },
    ],
  ])('bodyOfStream returns the error in the stream %j', (text, body) => {
    expect(bodyOfStream(text)).toEqual(body);
  });
});

describe('isEventStream', () => {
  it.each([
    ['text/event-stream; charset=utf-8', '', true],
    ['application/json', 'data: {"a":1}\n\n', true],
    ['', '\nevent: error\n', true],
    ['application/json', '{"data": 1}', false],
  ])('for the type "%s" and the text %j, isEventStream returns %s', (contentType, text, expected) => {
    expect(isEventStream(contentType, text)).toBe(expected);
  });
});
