import type { Exchange } from './exchange';
import type { ErrorName } from './vendor-errors';

/** Responses with an error status. */
export type StatusFault =
  | ErrorName
  | 'forbidden'
  | 'rate-limit-2s'
  | 'rate-limit-1h'
  | 'rate-limit-date'
  | 'rate-limit-rubbish'
  | 'bad-request'
  | 'not-found-page'
  | 'method-not-allowed'
  | 'redirect'
  | 'request-too-large'
  | 'bad-gateway-page'
  | 'unavailable'
  | 'overloaded'
  | 'gateway-timeout'
  | 'loading'
  | 'error-without-body'
  | 'no-such-path'
  | 'refuse-silently'
  | 'refuse-system'
  | 'refuse-limits'
  | 'refuse-details'
  | 'echo-key'
  | 'refuse-schema'
  | 'refuse-json-mode'
  | 'refuse-parameters';

function vendor(name: ErrorName): (exchange: Exchange) => void {
  return (exchange) => {
    const { status, body, headers } = exchange.profile.errors[name];
    if (typeof body === 'string') exchange.raw(status, body, { 'content-type': 'text/plain' });
    else exchange.reply(status, body, headers);
  };
}

function rateLimit(retryAfter: () => string): (exchange: Exchange) => void {
  return (exchange) => {
    const { body } = exchange.profile.errors['rate-limit'];
    exchange.reply(429, body, { 'retry-after': retryAfter() });
  };
}

function plain(status: number, message: string): (exchange: Exchange) => void {
  return (exchange) => {
    exchange.reply(status, { error: { message, type: null, code: null } });
  };
}

function page(status: number, title: string): (exchange: Exchange) => void {
  return (exchange) => {
    exchange.raw(
      status,
      `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
      {
        'content-type': 'text/html',
      },
    );
  };
}

/** Sends status 400 if the request contains the refused part, and otherwise the correct answer. */
function refusing(refused: (exchange: Exchange) => string | null): (exchange: Exchange) => void {
  return (exchange) => {
    const message = refused(exchange);
    if (message === null) exchange.send({ content: exchange.answer, finish: 'stop' });
    else plain(400, message)(exchange);
  };
}

function formatOf(exchange: Exchange): string {
  const format = exchange.body['response_format'] ?? exchange.body['format'];
  if (format === undefined) return 'none';
  if (format === 'json') return 'json';
  return typeof format === 'object' && format !== null && 'type' in format && format.type === 'json_object'
    ? 'json'
    : 'schema';
}

const OPTIONAL_PARAMETERS = ['enable_thinking', 'thinking', 'reasoning_effort', 'think', 'temperature'];

export const STATUS_FAULTS: Readonly<Record<StatusFault, (exchange: Exchange) => void>> = {
  'wrong-key': vendor('wrong-key'),
  'no-balance': vendor('no-balance'),
  'unknown-model': vendor('unknown-model'),
  'rate-limit': vendor('rate-limit'),
  'daily-quota': vendor('daily-quota'),
  'content-filter': vendor('content-filter'),
  'too-long': vendor('too-long'),
  'server-error': vendor('server-error'),
  forbidden: plain(403, 'Country, region, or territory not supported'),
  'rate-limit-2s': rateLimit(() => '2'),
  'rate-limit-1h': rateLimit(() => '3600'),
  'rate-limit-date': rateLimit(() => new Date(Date.now() + 3_000).toUTCString()),
  'rate-limit-rubbish': rateLimit(() => 'soon, we hope'),
  'bad-request': plain(400, 'messages: field is malformed'),
  'not-found-page': page(404, 'Not Found'),
  'method-not-allowed': page(405, 'Method Not Allowed'),
  redirect: (exchange) => {
    exchange.raw(302, '', { location: 'https://login.invalid/' });
  },
  'request-too-large': page(413, 'Request Entity Too Large'),
  'bad-gateway-page': page(502, 'Bad Gateway'),
  unavailable: page(503, 'Service Unavailable'),
  overloaded: plain(529, 'Overloaded'),
  loading: plain(503, 'Loading model'),
  'gateway-timeout': page(504, 'Gateway Time-out'),
  'error-without-body': (exchange) => {
    exchange.raw(500, '', {});
  },
  'echo-key': (exchange) => {
    plain(401, `Incorrect API key provided: ${exchange.apiKey}.`)(exchange);
  },
  'refuse-schema': refusing((exchange) =>
    formatOf(exchange) === 'schema'
      ? "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model."
      : null,
  ),
  'refuse-json-mode': refusing((exchange) =>
    formatOf(exchange) === 'none' ? null : 'response_format is not supported',
  ),
  // Web frameworks send this response for an unknown path.
  'no-such-path': (exchange) => {
    exchange.reply(404, { detail: 'Not Found' });
  },
  'refuse-silently': refusing((exchange) =>
    formatOf(exchange) === 'none' && !('temperature' in exchange.body) ? null : 'Bad Request',
  ),
  'refuse-system': refusing((exchange) =>
    JSON.stringify(exchange.body['messages']).includes('"role":"system"')
      ? 'System role not supported'
      : null,
  ),
  'refuse-limits': refusing((exchange) => {
    const limit = ['max_tokens', 'max_completion_tokens'].find((name) => name in exchange.body);
    return limit === undefined
      ? null
      : `${limit} is too large: 4096. This model's maximum context length is 4096 tokens.`;
  }),
  'refuse-details': (exchange) => {
    if (!('temperature' in exchange.body)) exchange.send({ content: exchange.answer, finish: 'stop' });
    else
      exchange.reply(422, {
        detail: [
          { type: 'extra_forbidden', loc: ['body', 'temperature'], msg: 'Extra inputs are not permitted' },
        ],
      });
  },
  'refuse-parameters': refusing((exchange) => {
    const refused = OPTIONAL_PARAMETERS.find((name) => name in exchange.body);
    return refused === undefined ? null : `Unrecognized request argument supplied: ${refused}`;
  }),
};
