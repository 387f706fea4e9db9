import { describe, expect, it } from 'vitest';
import { toBaseUrl, urlOfCall, withoutPasteArtefacts, withVersion } from '../../../src/llm/base-url';
import { checkEndpoint, hostOf } from '../../../src/llm/endpoint';
import { checkSetting } from '../../../src/settings';
import { endpointOf, failureOf, KEY } from './setup';

describe('toBaseUrl', () => {
  it.each([
    ['https://a.example/v1', 'https://a.example/v1'],
    ['https://a.example/v1///', 'https://a.example/v1'],
    ['https://a.example', 'https://a.example'],
    [' \u200bHTTPS://A.example/v1\u00a0\n', 'https://a.example/v1'],
    ['"https://a.example/v1"', 'https://a.example/v1'],
    ['“https：//a.example／v1”', 'https://a.example/v1'],
    ['https://a.example/v1/chat/completions/', 'https://a.example/v1'],
    ['https://a.example/v1/models', 'https://a.example/v1'],
    ['https://a.example/openai?api-version=2024-06-01', 'https://a.example/openai?api-version=2024-06-01'],
    ['https://a.example/v1/chat/completions?api-version=1', 'https://a.example/v1?api-version=1'],
    ['https://a.example/v1#top', 'https://a.example/v1'],
    ['api.a.example/v1', 'https://api.a.example/v1'],
    ['localhost:11434', 'http://localhost:11434'],
    ['localhost', 'http://localhost'],
    ['192.168.1.5:8080/v1', 'http://192.168.1.5:8080/v1'],
    ['[::1]:8080/v1', 'http://[::1]:8080/v1'],
    ['server:8000', 'http://server:8000'],
    ['http://[::1]:8080/v1', 'http://[::1]:8080/v1'],
    ['http://[::1]', 'http://[::1]'],
    ['POST https://a.example/v1/chat/completions', 'https://a.example/v1'],
    ['curl https://a.example/v1/chat/completions \\', 'https://a.example/v1'],
    ['base_url="https://a.example/v1",', 'https://a.example/v1'],
    ['OPENAI_BASE_URL=https://a.example/v1;', 'https://a.example/v1'],
    ['[docs](https://a.example/v1)', 'https://a.example/v1'],
    ['\u63a5\u53e3\u5730\u5740\uff1ahttps://a.example/v1\u3002', 'https://a.example/v1'],
    ['https://https://a.example/v1', 'https://a.example/v1'],
    ['http://https://a.example/v1', 'https://a.example/v1'],
    ['https:/a.example/v1', 'https://a.example/v1'],
    ['http:\\\\localhost:1234\\v1', 'http://localhost:1234/v1'],
    ['https://a.example/v1/chat', 'https://a.example/v1'],
    ['https://a.example/chat', 'https://a.example/chat'],
    ['https://a.example/v1/embeddings', 'https://a.example/v1'],
    ['http://localhost:8080/completion', 'http://localhost:8080'],
    ['https://a.example/v1/chat/completions#', 'https://a.example/v1'],
    ['ollama.local:11434/', 'http://ollama.local:11434'],
    ['https://a.example/v1?url=https://b.example', 'https://a.example/v1?url=https://b.example'],
    ['a.example/v1?url=https://b.example', 'https://a.example/v1?url=https://b.example'],
  ])('toBaseUrl reads %j as %s', (text, expected) => {
    expect(toBaseUrl(text)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    ':8080',
    '...',
    'not a url',
    'word',
    'ftp://a.example',
    'http://',
    'http://a.example:99999',
    'http://a .example',
    'javascript:alert(1)',
    'https//a.example/v1',
    'https://',
    'https:///',
  ])('toBaseUrl rejects %j', (text) => {
    expect(toBaseUrl(text)).toBeNull();
  });
});

it('urlOfCall puts the query of the base URL at the end of the URL of the call', () => {
  expect(urlOfCall('https://a.example/x?v=1', '/models')).toBe('https://a.example/x/models?v=1');
  expect(urlOfCall('https://a.example', '/models')).toBe('https://a.example/models');
});

it('withVersion appends a version only to a URL that has none', () => {
  expect(withVersion('https://a.example/openai/?v=1')).toBe('https://a.example/openai/v1?v=1');
  expect(withVersion('https://a.example/v1beta/openai')).toBeNull();
  expect(withVersion('nothing')).toBeNull();
});

describe('pasted text', () => {
  it.each([`Bearer ${KEY}`, `Authorization: Bearer  ${KEY}\n`, `"${KEY}"`, `\ufeff${KEY}\u200b`, ` ${KEY} `])(
    'checkEndpoint keeps only the key of the pasted text %j',
    (pasted) => {
      expect(checkEndpoint(endpointOf('openai', 'https://a.example', { apiKey: pasted }), true).apiKey).toBe(
        KEY,
      );
    },
  );

  it.each(['sk-密钥', 'sk-one sk-two', 'sk-\u0007'])('checkEndpoint rejects %j as a key', async (pasted) => {
    const check = async (): Promise<unknown> =>
      Promise.resolve(checkEndpoint(endpointOf('openai', 'https://a.example', { apiKey: pasted }), true));
    expect((await failureOf(check())).kind).toBe('llm-key-wrong');
  });

  it('withoutPasteArtefacts removes the invisible characters around the name of a model', () => {
    expect(withoutPasteArtefacts('\u200b qwen3:8b\n')).toBe('qwen3:8b');
  });

  it('hostOf returns only the host of an address that contains a password', () => {
    expect(hostOf('https://user:secret@a.example/v1')).toBe('a.example');
  });
});

describe('credentials in addresses', () => {
  it.each([
    ['https://api.openai.com@evil.example/v1', 'evil.example'],
    ['https://user:secret-word@a.example:8443/v1', 'a.example:8443'],
    ['api.openai.com@evil.example', 'evil.example'],
    ['POST https://api.openai.com@evil.example/v1', 'evil.example'],
    ['https://https://api.openai.com@evil.example/v1', 'evil.example'],
    ['https://a.example@a.example', 'a.example'],
  ])('the address %s is refused, and the failure contains the host %s', (text, host) => {
    expect(toBaseUrl(text)).toBeNull();
    expect(hostOf(text)).toBe(host);
    expect(checkSetting('baseUrl', text)).toBeUndefined();
    let failure: unknown;
    try {
      checkEndpoint(endpointOf('custom', text), false);
    } catch (thrown) {
      failure = thrown;
    }
    expect(failure).toMatchObject({ kind: 'llm-address-credentials', details: { host } });
  });

  it('toBaseUrl allows an @ in the path and in the query', () => {
    expect(toBaseUrl('https://a.example/@me/v1?as=b@c')).toBe('https://a.example/@me/v1?as=b@c');
  });
});
