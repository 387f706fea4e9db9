import { describe, expect, it } from 'vitest';
import { diagnosticsText, type Diagnosis } from '../../src/diagnostics';
import { Failure } from '../../src/failure';
import { Log } from '../../src/log';
import { defaultSettings, type Settings } from '../../src/settings';

const key = 'sk-live-Zq7Xw9Lm2Rt5Vb8Nc3Kd';

function report(settings: Partial<Settings> = {}, more: Partial<Diagnosis> = {}): string {
  return diagnosticsText({
    pluginVersion: '0.1.0',
    appVersion: '1.13.1',
    platform: 'desktop, Linux',
    language: 'en',
    settings: { ...defaultSettings('en'), ...settings },
    hasKey: true,
    unapproved: [],
    automatic: true,
    failures: [],
    ...more,
  });
}

describe('the report', () => {
  it('the report contains the data that a maintainer needs', () => {
    const log = new Log(
      () => undefined,
      () => Date.UTC(2026, 0, 17, 9),
    );
    log.failure(new Failure('pdf-corrupt'));
    log.failure(Object.assign(new Failure('llm-server', { details: { status: 503 } }), { stack: '' }));
    const settings = { provider: 'openai', model: 'gpt-5-mini', concurrency: 2 } as const;
    const text = report(settings, { failures: log.failures });
    for (const line of [
      'PDF Inbox 0.1.0',
      'App 1.13.1, desktop, Linux, language en',
      '  provider: openai',
      '  baseUrl: default',
      '  model: gpt-5-mini',
      '  concurrency: 2',
      '  prompt: built-in',
      '  API key: set',
      '  this device: automatic',
    ])
      expect(text.split('\n')).toContain(line);
    const [newest = '', older = ''] = text.slice(text.indexOf('newest first\n') + 13).split('\n');
    expect(newest).toBe('  2026-01-17T09:00:00.000Z llm-server (passing); status=503; Failure');
    expect(older).toContain(' pdf-corrupt');
  });

  it('the report lists the settings that wait for approval, but not their values', () => {
    expect(report()).toContain('  waiting for approval: nothing\n');
    expect(report({}, { unapproved: ['endpoint', 'apiKey'] })).toContain(
      '  waiting for approval: endpoint, apiKey\n',
    );
  });

  it('the report shows every setting', () => {
    for (const setting of Object.keys(defaultSettings('en'))) expect(report()).toContain(`  ${setting}: `);
  });

  it('the report shows only the origin of a base URL', () => {
    const baseUrl = `https://llm.example.com:8443/v1/${key}?key=${key}`;
    expect(report({ baseUrl })).toContain('  baseUrl: https://llm.example.com:8443\n');
    expect(report({ baseUrl: 'localhost:11434' })).toContain('  baseUrl: http://localhost:11434\n');
    for (const unusable of [key, `https://user:${key}@llm.example.com`])
      expect(report({ baseUrl: unusable })).toContain('  baseUrl: unusable\n');
  });

  it.each([
    'qwen/qwen3-30b-a3b-instruct-2507',
    'Qwen/Qwen3-VL-30B-A3B-Instruct',
    'qwen3:8b',
    'gemini-2.5-flash',
  ])('the report shows the model %s', (model) => {
    expect(report({ model })).toContain(`  model: ${model}\n`);
  });

  it('the report shows the output language if it is a language tag', () => {
    expect(report({ outputLanguage: 'zh-CN' })).toContain('  outputLanguage: zh-CN\n');
  });
});

describe('private text', () => {
  const planted = {
    inboxFolder: 'Merger Inbox',
    noteFolder: 'Clients/Acme',
    template: 'Templates/Secret layout.md',
    prompt: 'Watch for Project Nightingale',
    outputLanguage: 'Klingon of Kahless',
    tags: ['nightingale', 'acme'],
    apiKeySecret: 'acme-key',
    baseUrl: `https://llm.example.com/${key}`,
    model: key,
    visionModel: 'AIzaSyA1234567890abcdefghijklmnop',
  } as const;

  it.each([
    'Merger',
    'Acme',
    'acme',
    'Secret layout',
    'Nightingale',
    'nightingale',
    'Kahless',
    key,
    'AIza',
    'Inbox/Deal.pdf',
    'four million',
  ])('the report does not contain the private text “%s”', (secret) => {
    const log = new Log(() => undefined);
    const cause = Object.assign(new Error(`Inbox/Deal.pdf: four million ${key}`), { path: 'Inbox/Deal.pdf' });
    const details = { name: 'Inbox/Deal.pdf', path: 'Merger', code: key };
    log.failure(new Failure('vault-read', { cause, details }));
    log.failure(cause);
    expect(report(planted, { failures: log.failures })).not.toContain(secret);
  });
});
