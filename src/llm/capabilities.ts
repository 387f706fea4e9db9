import type { StructuredOutput, Wire } from './preset';

/** What an endpoint was found to take, for one model. */
export interface Capabilities {
  readonly structured: StructuredOutput;
  /** Optional parameters it refused. */
  readonly without: readonly string[];
  /** True when it answers only as a stream of events. */
  readonly stream: boolean;
}

const NEXT_RUNG: Readonly<Record<StructuredOutput, StructuredOutput | null>> = { schema: 'json', json: 'none', none: null };

/** What the wire promises; the start of learning. */
export function promisedCapabilities(wire: Wire): Capabilities {
  return { structured: wire.structured, without: [], stream: false };
}

/**
 * The next thing to try after a refusal: one rung down the ladder (strict schema → JSON mode → instruction alone), as a
 * stream, or without the optional parameter it names. Null when the refusal is about something else.
 */
export function stepDown(known: Capabilities, message: string, wire: Wire): Capabilities | null {
  if (!known.stream && /only supports? stream|support stream (call|mode)|non-streaming|enable the stream|not support http call/i.test(message)) {
    return { ...known, stream: true };
  }
  if (/response_?format|json_?(schema|object|mode)|requested parameters|structured.?output|\bschema\b|\bgrammar\b|"?format"?.{0,20}(invalid|unsupported|not supported)/i.test(message)) {
    const structured = NEXT_RUNG[known.structured];
    if (structured !== null) return { ...known, structured };
  }
  const [refused] = optionalParameters(wire)
    .filter((name) => !known.without.includes(name))
    .map((name) => ({ name, at: placeOf(name, message) }))
    .filter(({ at }) => at >= 0)
    // "Unsupported parameter: 'a'. Use 'b' instead": the first one named is the one meant.
    .sort((one, other) => one.at - other.at);
  return refused === undefined ? null : { ...known, without: [...known.without, refused.name] };
}

function optionalParameters(wire: Wire): readonly string[] {
  return [...Object.keys(wire.parameters), 'temperature', wire.tokenLimit, 'think', 'truncate'];
}

/** Where the message names the parameter as a word of its own; -1 where it does not. */
function placeOf(parameter: string, message: string): number {
  return message.search(new RegExp(`(^|[^\\w])${parameter}([^\\w]|$)`, 'i'));
}
