import type { StructuredOutput, Wire } from '../presets/preset';

/** The form of requests that an endpoint accepts for one model. */
export interface Capabilities {
  readonly structured: StructuredOutput;
  /** Names of optional parameters that the endpoint refused. */
  readonly without: readonly string[];
  /** True when the endpoint supports only streamed responses. */
  readonly stream: boolean;
}

const NEXT_RUNG: Readonly<Record<StructuredOutput, StructuredOutput | null>> = {
  schema: 'json',
  json: 'none',
  none: null,
};

/** Returns the next weaker form of structured output; null for the weakest, `none`. */
export function weakerForm(structured: StructuredOutput): StructuredOutput | null {
  return NEXT_RUNG[structured];
}

/**
 * Returns the capabilities that the plugin assumes before the first request. They come from the vendor's
 * documentation (see `wires.ts`).
 */
export function promisedCapabilities(wire: Wire): Capabilities {
  return { structured: wire.structured, without: [], stream: false };
}

/**
 * Returns the capabilities to try after the endpoint refused a request with this message; null when the
 * message is not about a capability. One thing changes: structured output becomes weaker (strict schema →
 * JSON mode → instruction alone), the response is streamed, or the parameter in the message is left out.
 */
export function stepDown(known: Capabilities, message: string, wire: Wire): Capabilities | null {
  if (
    !known.stream &&
    /only supports? stream|support stream (call|mode)|non-?streaming|enable the stream|not support http call|stream ?[=:] ?false|stream(ing)? (is )?required|must (be|use|set).{0,16}stream|\u975e\u6d41\u5f0f/i.test(
      message,
    )
  ) {
    return { ...known, stream: true };
  }
  if (refusesForm(message, wire)) {
    const structured = weakerForm(known.structured);
    if (structured !== null) return { ...known, structured };
  }
  const [refused] = optionalParameters(known, wire)
    .filter(({ name }) => !known.without.includes(name))
    .map(({ name, words }) => ({ name, at: message.search(words) }))
    .filter(({ at }) => at >= 0)
    // In "Unsupported parameter: 'a'. Use 'b' instead", the first parameter is the refused one.
    .sort((one, other) => one.at - other.at);
  return refused === undefined ? null : { ...known, without: [...known.without, refused.name] };
}

/** Returns capabilities without structured output and optional parameters; null when `known` has neither. */
export function bareCapabilities(known: Capabilities, wire: Wire): Capabilities | null {
  const optional = [
    ...Object.keys(wire.parameters),
    'temperature',
    ...TOKEN_LIMITS,
    'think',
    'truncate',
    STREAM_OPTIONS,
  ];
  const missing = optional.filter((name) => !known.without.includes(name));
  if (missing.length === 0 && known.structured === 'none') return null;
  return { ...known, structured: 'none', without: [...known.without, ...missing] };
}

const TOKEN_LIMITS = ['max_tokens', 'max_completion_tokens'] as const;

/**
 * Returns the name of the parameter that limits the length of the answer; undefined when the endpoint refused
 * both names.
 */
export function tokenLimitName(
  without: readonly string[],
  wire: Wire,
): (typeof TOKEN_LIMITS)[number] | undefined {
  return [wire.tokenLimit, ...TOKEN_LIMITS].find((name) => !without.includes(name));
}

function refusesForm(message: string, wire: Wire): boolean {
  if (
    /response_?format|json_?(schema|object|mode)|requested parameters|structured.?output|\bschema\b|\bgrammar\b/i.test(
      message,
    )
  )
    return true;
  // The plugin requires a tool call only to enforce the form of the answer. While thinking is on, Anthropic's
  // API refuses a required tool call.
  if (wire.api === 'anthropic' && /\btools?\b|tool_choice/i.test(message)) return true;
  return wire.api === 'ollama'
    ? wordOf('format').test(message)
    : /"?format"?.{0,20}(invalid|unsupported|not supported)/i.test(message);
}

/** Returns each optional parameter with a pattern that finds its name in an endpoint's message. */
function optionalParameters(
  known: Capabilities,
  wire: Wire,
): readonly { readonly name: string; readonly words: RegExp }[] {
  const parameters = [
    ...Object.keys(wire.parameters),
    'temperature',
    ...(wire.api === 'ollama' ? ['think', 'truncate'] : [STREAM_OPTIONS]),
  ];
  const limit = tokenLimitName(known.without, wire);
  return [
    ...parameters.map((name) => ({
      name,
      words: /think|reason/.test(name) ? /think(ing)?\b|reasoning|思考|推理/i : wordOf(name),
    })),
    // The message can use another name for this parameter than the request.
    ...(limit === undefined ? [] : [{ name: limit, words: /\bmax_(completion_|new_|output_)?tokens\b/i }]),
    {
      name: SYSTEM_ROLE,
      words: /system.{0,24}(role|message|prompt)|role.{0,40}\bsystem\b|roles must alternate/i,
    },
  ];
}

/**
 * With this parameter, a streamed response contains token counts. Requests without streaming do not have it.
 */
export const STREAM_OPTIONS = 'stream_options';

/**
 * If this entry is in the list of refused parameters, the model's template does not accept a system message.
 */
export const SYSTEM_ROLE = 'system role';

function wordOf(parameter: string): RegExp {
  return new RegExp(`(^|[^\\w])${parameter}([^\\w]|$)`, 'i');
}
