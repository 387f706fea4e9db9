import { describe, expect, it } from 'vitest';
import { failureOf, failureOfNetwork, retryAfterSeconds } from '../../../src/llm/errors';
import { WIRES } from '../../../src/llm/wires';

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
    ['99999999999999', undefined],
  ])('%j → %s', (value, expected) => {
    expect(retryAfterSeconds({ 'retry-after': value }, NOW)).toBe(expected);
  });
});

describe('failureOf', () => {
  it.each([
    [429, { error: { message: 'tokens per minute limit: token limit reached' } }, 'llm-rate-limit'],
    [429, { error: { message: 'insufficient balance' } }, 'llm-no-balance'],
    [400, { message: 'Prompt is too long' }, 'llm-too-long'],
    [400, { error: 'model "x" not found, try pulling it first' }, 'llm-model-unknown'],
    [404, '404 page not found', 'llm-not-an-api'],
    [404, { detail: 'Not Found' }, 'llm-model-unknown'],
    [418, {}, 'llm-bad-request'],
    [500, { error: { message: 'context length exceeded' } }, 'llm-server'],
    [400, { error: { code: '__proto__', message: 'x' } }, 'llm-bad-request'],
    [400, { error: { code: 'constructor' } }, 'llm-bad-request'],
  ])('%i %j → %s', (status, body, kind) => {
    expect(failureOf({ status, headers: {}, body }, WIRES.custom, NOW).kind).toBe(kind);
  });

  it('puts no text of the endpoint into the details', () => {
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
  ])('%s → %s', (message, kind) => {
    expect(failureOfNetwork(new Error(message), 'h').kind).toBe(kind);
  });
});
