import type { StructuredOutput, Wire } from '../presets/preset';

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
  if (refusesForm(message, wire)) {
    const structured = NEXT_RUNG[known.structured];
    if (structured !== null) return { ...known, structured };
  }
  const [refused] = optionalParameters(known, wire)
    .filter(({ name }) => !known.without.includes(name))
    .map(({ name, words }) => ({ name, at: message.search(words) }))
    .filter(({ at }) => at >= 0)
    // "Unsupported parameter: 'a'. Use 'b' instead": the first one named is the one meant.
    .sort((one, other) => one.at - other.at);
  return refused === undefined ? null : { ...known, without: [...known.without, refused.name] };
}

/** A request with nothing in it but what every endpoint takes; null when that is what was asked. */
export function bareCapabilities(known: Capabilities, wire: Wire): Capabilities | null {
  const optional = [...Object.keys(wire.parameters), 'temperature', ...TOKEN_LIMITS, 'think', 'truncate'];
  const missing = optional.filter((name) => !known.without.includes(name));
  if (missing.length === 0 && known.structured === 'none') return null;
  return { ...known, structured: 'none', without: [...known.without, ...missing] };
}

const TOKEN_LIMITS = ['max_tokens', 'max_completion_tokens'] as const;

/** The name under which the length of the answer is limited; undefined when the endpoint refused both. */
export function tokenLimitName(without: readonly string[], wire: Wire): (typeof TOKEN_LIMITS)[number] | undefined {
  return [wire.tokenLimit, ...TOKEN_LIMITS].find((name) => !without.includes(name));
}

function refusesForm(message: string, wire: Wire): boolean {
  if (/response_?format|json_?(schema|object|mode)|requested parameters|structured.?output|\bschema\b|\bgrammar\b/i.test(message)) return true;
  return wire.api === 'ollama' ? wordOf('format').test(message) : /"?format"?.{0,20}(invalid|unsupported|not supported)/i.test(message);
}

/** What may be left out, and how an endpoint names it that refuses it. */
function optionalParameters(known: Capabilities, wire: Wire): readonly { readonly name: string; readonly words: RegExp }[] {
  const own = [...Object.keys(wire.parameters), 'temperature', ...(wire.api === 'ollama' ? ['think', 'truncate'] : [])];
  const limit = tokenLimitName(known.without, wire);
  return [
    ...own.map((name) => ({ name, words: /think|reason/.test(name) ? /think(ing)?\b|reasoning|思考|推理/i : wordOf(name) })),
    // The limit is named by its other name, too.
    ...(limit === undefined ? [] : [{ name: limit, words: /\bmax_(completion_|new_|output_)?tokens\b/i }]),
    { name: SYSTEM_ROLE, words: /system.{0,24}(role|message|prompt)|role.{0,40}\bsystem\b|roles must alternate/i },
  ];
}

/** Stands among the parameters for the system message, which some models' templates do not take. */
export const SYSTEM_ROLE = 'system role';

/** The parameter as a word of its own. */
function wordOf(parameter: string): RegExp {
  return new RegExp(`(^|[^\\w])${parameter}([^\\w]|$)`, 'i');
}
