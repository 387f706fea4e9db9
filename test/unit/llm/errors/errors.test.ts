import { describe, expect, it } from 'vitest';
import { isErrorBody } from '../../../../src/llm/errors/error-body';
import { failureOf, failureOfNetwork } from '../../../../src/llm/errors/errors';
import { retryAfterSeconds } from '../../../../src/llm/errors/retry-after';
import { WIRES } from '../../../../src/llm/presets/wires';

const NOW = Date.UTC(2026, 10, 22, 12, 0, 0);

describe('retryAfterSeconds', () => {
  it.each([
    ['2', 2],
    ['0', 0],
    ['1.2', 2],
    [' 30 ', 30],
    ['Sun, 22 Nov 2026 12:01:30 GMT', 90],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['soon 1', undefined],
    ['-5', undefined],
    ['', undefined],
    ['99999999999999', 24 * 3_600],
    ['Wed, 21 Oct 2099 07:28:00 GMT', 24 * 3_600],
    ['1h10m', 4_200],
    ['250ms', 1],
    ['12 parsecs', undefined],
  ])('retryAfterSeconds reads %j as %s', (value, expected) => {
    expect(retryAfterSeconds({ 'retry-after': value }, NOW)).toBe(expected);
  });
});

describe('waiting times in headers and messages', () => {
  it.each([
    [{ 'retry-after-ms': '1500' }, '', 2],
    [{}, 'Rate limit reached. Please try again in 7m12s.', 432],
    [{}, 'Please retry after 20 seconds.', 20],
    [{}, 'Please try again later.', undefined],
    [{}, 'Quota will be replenished in 12:34:56.', 45_296],
    // Both dates are of the server's clock, which may be wrong, so only their difference is used.
    [{ 'retry-after': 'Sun, 22 Nov 2026 15:00:05 GMT', date: 'Sun, 22 Nov 2026 15:00:00 GMT' }, '', 5],
  ])('retryAfterSeconds reads the headers %j and the message %j as %s', (headers, message, expected) => {
    expect(retryAfterSeconds({ ...headers }, NOW, message)).toBe(expected);
  });
});

describe('isErrorBody', () => {
  it.each([
    [{ error: null, choices: [] }, false],
    [{ error: {}, choices: [] }, false],
    [{ error: { message: '', code: 0 }, choices: [] }, false],
    [{ error: false }, false],
    [{ code: 0, message: 'ok', data: {} }, false],
    [{ code: 20000, message: 'Ok', data: [] }, false],
    [{ code: 500, msg: 'x' }, true],
    [{ success: false, errors: [{ code: 10000, message: 'Authentication error' }] }, true],
    [{ base_resp: { status_code: 0, status_msg: 'success' }, choices: [] }, false],
    [[{ error: { code: 400 } }], true],
    ['error', false],
  ])('for the body %j, isErrorBody returns %s', (body, expected) => {
    expect(isErrorBody(body)).toBe(expected);
  });
});

describe('failureOf', () => {
  it.each([
    [429, { error: { message: 'tokens per minute limit: token limit reached' } }, 'llm-rate-limit'],
    [429, { error: { message: 'insufficient balance' } }, 'llm-no-balance'],
    [400, { message: 'Prompt is too long' }, 'llm-too-long'],
    [400, { error: 'model "x" not found, try pulling it first' }, 'llm-model-unknown'],
    [404, '404 page not found', 'llm-not-an-api'],
    [404, { detail: 'Not Found' }, 'llm-not-an-api'],
    [404, { error: { message: 'Invalid URL (POST /chat/completions)' } }, 'llm-not-an-api'],
    [404, { timestamp: 'x', status: 404, error: 'Not Found', path: '/chat/completions' }, 'llm-not-an-api'],
    [404, { error: { code: 'DeploymentNotFound', message: 'It does not exist.' } }, 'llm-model-unknown'],
    [
      404,
      { object: 'error', message: 'The model `m` does not exist.', type: 'NotFoundError', code: 404 },
      'llm-model-unknown',
    ],
    [403, '<!DOCTYPE html><title>Just a moment...</title>', 'llm-not-an-api'],
    [401, '<html><title>401 Authorization Required</title></html>', 'llm-key-wrong'],
    [
      403,
      {
        error: {
          code: 'unsupported_country_region_territory',
          message: 'Country, region, or territory not supported',
        },
      },
      'llm-region',
    ],
    [
      400,
      {
        error: {
          code: 400,
          message: 'User location is not supported for the API use.',
          status: 'FAILED_PRECONDITION',
        },
      },
      'llm-region',
    ],
    [403, { error: { code: 403, message: 'This model is not available in your region.' } }, 'llm-region'],
    [403, { message: '您所在的地区不支持使用该服务' }, 'llm-region'],
    [403, { error: { message: 'You may not use this key' } }, 'llm-key-wrong'],
    [503, { error: { message: 'The region is unavailable' } }, 'llm-server'],
    [451, '', 'llm-content-filter'],
    [500, { error: { message: 'Failed to parse grammar' } }, 'llm-bad-request'],
    [400, { error: 'No models loaded. Please load a model in the developer page.' }, 'llm-model-unknown'],
    [
      400,
      { error: { message: 'max_tokens is too large: 9000. The maximum context length is 4096 tokens.' } },
      'llm-bad-request',
    ],
    [422, { detail: [{ loc: ['body', 'messages'], msg: 'Prompt is too long' }] }, 'llm-too-long'],
    // The status of these error responses is 200.
    [200, { code: 401, msg: '令牌已过期或验证不正确' }, 'llm-key-wrong'],
    [200, { code: 401, message: 'Please sign in' }, 'llm-key-wrong'],
    [200, { error: { code: 402, message: 'More is needed' } }, 'llm-no-balance'],
    [200, { error: { code: '429', message: 'Slower' } }, 'llm-rate-limit'],
    [200, { error_code: 110, error_msg: 'Access token invalid or no longer valid' }, 'llm-key-wrong'],
    [200, { base_resp: { status_code: 1008, status_msg: 'insufficient balance' } }, 'llm-no-balance'],
    [
      200,
      { error: 'Unexpected endpoint or method. (POST /chat/completions). Returning 200 anyway' },
      'llm-not-an-api',
    ],
    [418, {}, 'llm-bad-request'],
    [500, { error: { message: 'context length exceeded' } }, 'llm-too-long'],
    [503, { error: { message: 'The number of requests exceeds the limit' } }, 'llm-server'],
    [400, { error: { message: 'The length of the input exceeds the limit' } }, 'llm-too-long'],
    // If the connection timed out, no model got the request. If the request timed out, a model may have
    // worked on it.
    [500, { error: { message: 'Connection timed out' } }, 'llm-server'],
    [500, { error: { message: 'Request timed out.' } }, 'llm-no-answer'],
    [408, '<title>408 Request Time-out</title>', 'llm-server'],
    [
      500,
      { error: { code: 'bad_response_status_code', message: 'bad response status code 504' } },
      'llm-no-answer',
    ],
    [500, { error: { code: 'other', message: 'bad response status code 504' } }, 'llm-server'],
    [503, { error: { message: 'no slot available' } }, 'llm-rate-limit'],
    [429, { error: { message: 'This key has an invalid api key format limit' } }, 'llm-rate-limit'],
    [511, '<title>Network Authentication Required</title>', 'llm-unreachable'],
    [400, { error: { code: '__proto__', message: 'x' } }, 'llm-bad-request'],
    [400, { error: { code: 'constructor' } }, 'llm-bad-request'],
  ])('for the status %i and the body %j, failureOf returns the failure %s', (status, body, kind) => {
    expect(failureOf({ status, headers: {}, body }, WIRES.custom, NOW).kind).toBe(kind);
  });

  it('the details of a failure contain no text from the endpoint', () => {
    const body = { error: { code: 'a code that is a sentence', message: 'your key sk-1 and "the text"' } };
    expect(failureOf({ status: 400, headers: {}, body }, WIRES.custom, NOW).details).toEqual({ status: 400 });
  });
});

describe('failureOfNetwork', () => {
  it.each([
    ['net::ERR_CERT_DATE_INVALID', 'llm-tls'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'llm-tls'],
    ['self-signed certificate', 'llm-tls'],
    ['write EPROTO 1234', 'llm-tls'],
    ['net::ERR_CONNECTION_REFUSED', 'llm-unreachable'],
    ['getaddrinfo ENOTFOUND certainly.example', 'llm-unreachable'],
    ['socket hang up', 'llm-unreachable'],
  ])('for the message “%s”, failureOfNetwork returns the failure %s', (message, kind) => {
    expect(failureOfNetwork(new Error(message), 'h').kind).toBe(kind);
  });
});
