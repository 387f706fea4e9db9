import { describe, expect, it } from 'vitest';
import { connect, listModels } from '../../../src/llm/connect';
import type { HttpPort } from '../../../src/llm/http';
import { keyRedactor } from '../../../src/llm/redact-key';
import { fastPorts } from '../../endpoint/fast-ports';
import { endpointOf, failureOf, KEY, requestOf } from './setup';

const key = 'sk-Ab3+/d=efGh1jKlmnopQRstuv0123456789';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const each = (write: (character: string, code: number) => string): string =>
  Array.from(key, (character) => write(character, character.charCodeAt(0))).join('');
const half = (between: string): string => key.slice(0, 14) + between + key.slice(14);

describe('a secret', () => {
  it.each<[string, string]>([
    ['as it is', key],
    ['percent-encoded', encodeURIComponent(key)],
    ['percent-encoded in lower case', encodeURIComponent(key).toLowerCase()],
    ['in base64', base64(key)],
    ['in base64 together with “Bearer”', base64(`Bearer ${key}`)],
    ['in base64 together with a user name', base64(`me:${key}`)],
    ['in base64 together with an empty user name', base64(`:${key}`)],
    ['broken by a line break', half('\n')],
    ['broken by a hyphen and a line break', half('-\r\n  ')],
    ['with spaces', each((character) => `${character} `)],
    ['with zero-width characters', each((character) => `${character}\u200b`)],
    ['as a concatenation of strings', half('" + "')],
    ['in upper case', key.toUpperCase()],
    ['in lower case', key.toLowerCase()],
    ['in full-width characters', each((_, code) => String.fromCharCode(code + 0xfee0))],
    ['with JSON escapes', each((_, code) => `\\u${code.toString(16).padStart(4, '0')}`)],
    ['with an escaped slash', key.replace('/', '\\/')],
    ['with HTML character references', each((_, code) => `&#${String(code)};`)],
    ['with hexadecimal HTML character references', each((_, code) => `&#x${code.toString(16)};`)],
    ['in the name of a model', `model-${key}-latest`],
  ])('the redactor replaces a secret that is written %s', (_, spelt) => {
    const clean = keyRedactor([key])({ text: `It is ${spelt} .`, [spelt]: [spelt] });
    const texts = JSON.stringify(clean).replace(/[^a-z\d]/gi, '');
    expect(texts).toMatch(/^textItis/);
    expect(texts.length).toBeLessThan('textItis'.length + 60);
    expect(JSON.stringify(clean).split('***')).toHaveLength(4);
  });

  it('the redactor keeps ordinary words that resemble a secret', () => {
    const text = 'Research: 4 teams of sales-2031 met; sk-Ab3 is no key. 研究团队 2031';
    expect(keyRedactor([key, 'research', 'Sales-2031-North'])(text)).toBe(text);
  });

  it('the redactor ignores a secret that is empty or has only a few characters', () => {
    expect(keyRedactor(['abc', '', '1234567'])('abc 1234567')).toBe('abc 1234567');
  });

  it('the redactor accepts a secret whose characters cannot stand in a header', () => {
    expect(keyRedactor(['\u4e2d\u6587abcdefgh12345678'])('text')).toBe('text');
  });
});

describe('error responses', () => {
  it.each([200, 400, 401, 404, 429, 500])(
    'a failure after the status %i does not contain the key from the response',
    async (status) => {
      const error = { code: KEY, type: KEY, param: KEY, message: `The key ${KEY} is wrong.` };
      const http: HttpPort = () => {
        const body = new TextEncoder().encode(JSON.stringify({ code: KEY, error })).buffer;
        return Promise.resolve({ status, headers: { 'content-type': 'application/json' }, body });
      };
      const endpoint = endpointOf('openai', 'https://llm.example/v1');
      const { signal } = new AbortController();
      const failures = await Promise.all([
        failureOf(connect(endpoint, http, fastPorts(1)).draft(requestOf(), signal)),
        failureOf(listModels(endpoint, http, fastPorts(1), signal)),
      ]);
      for (const failure of failures)
        expect(JSON.stringify({ ...failure, message: failure.message })).not.toContain(KEY);
    },
  );
});
