import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StreamEnd } from '../../../../src/llm/wire/stream-end';
import { event } from '../../../endpoint/streams';
import { runs } from '../../../runs';

const choice = (content: string, finish: string | null): string =>
  event({ choices: [{ index: 0, delta: { content }, finish_reason: finish, stop_reason: null }] });

const bare = (finish: string): unknown => ({ choices: [{ index: 0, delta: {}, finish_reason: finish }] });

function stateOf(text: string, cuts: readonly number[] = []): string {
  const end = new StreamEnd();
  const bytes = new TextEncoder().encode(text);
  const at = [0, ...cuts.map((cut) => cut % bytes.length).sort((one, other) => one - other), bytes.length];
  const states = at.slice(1).map((to, index) => end.take(bytes.subarray(at[index], to)));
  return states.at(-1) ?? 'open';
}

describe('the end of a stream', () => {
  it.each([
    ['an event without a reason', choice('a', null), 'open'],
    ['an event with an empty reason', choice('a', ''), 'open'],
    ['a finish reason', choice('a', null) + choice('', 'stop'), 'finished'],
    ['token counts after the reason', choice('', 'stop') + event({ choices: [], usage: {} }), 'finished'],
    ['a reason in every event', choice('a', 'stop') + choice('b', 'stop'), 'open'],
    [
      'a reason in every event and no text in the last event',
      choice('a', 'stop') + choice('', 'stop'),
      'finished',
    ],
    ['a reason in an event without content', choice('a', null) + event(bare('stop')), 'finished'],
    ['a reason beside the last text', choice('a', null) + choice('b', 'stop'), 'finished'],
    ['more text after a reason', choice('a', 'stop') + choice('b', null), 'open'],
    ["Anthropic's reason", event({ type: 'message_delta', delta: { stop_reason: 'end_turn' } }), 'finished'],
    ['the event [DONE]', choice('', 'stop') + event('[DONE]'), 'done'],
    ['the event [DONE] without a line break', `${choice('', 'stop')}data:[DONE]`, 'done'],
    ['an answer about finish reasons', choice('"finish_reason": "stop"', null), 'open'],
  ])('the state of the stream is correct after %s', (_, text, state) => {
    expect(stateOf(text)).toBe(state);
  });

  it.each([
    ['a reason in every event', choice('北风', 'stop') + choice('🚢 a', 'stop'), 'open'],
    [
      'the reason only beside the last text',
      event({ delta: { content: 'a' } }) + choice('b', 'stop'),
      'finished',
    ],
  ])('wherever the stream is cut into pieces, its state is correct after %s', (_, text, state) => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 9 }), (cuts) => {
        expect(stateOf(text, cuts)).toBe(state);
      }),
      { numRuns: runs(100, 10_000) },
    );
  });

  it('the end of the stream is found wherever the stream is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 9 }), fc.boolean(), (cuts, isDone) => {
        const text = choice('北风 🚢', null) + choice('', 'stop') + (isDone ? event('[DONE]') : '');
        expect(stateOf(text, cuts)).toBe(isDone ? 'done' : 'finished');
      }),
      { numRuns: runs(100, 10_000) },
    );
  });
});
