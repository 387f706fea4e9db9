import { expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages';
import { changesText } from '../../../src/ui/changes-text';

it.each([
  [
    'en',
    'Address that documents are sent to: http://b.example (before: None) · This address is not encrypted: others on the network can read the documents and the API key · Model: Default (before: m) · Complete notes automatically: On (before: None)',
  ],
  [
    'zh',
    '接收文档的地址：http://b.example（原为：无） · 该地址未加密，网络上的其他人可以读到文档和 API 密钥 · 模型：默认（原为：m） · 自动补全笔记：开启（原为：无）',
  ],
])(
  'in the language %s, changesText states the new and the old value of each setting',
  (language, expected) => {
    const changes = [
      { aspect: 'endpoint', from: null, to: 'http://b.example', risk: 'plain' },
      { aspect: 'model', from: 'm', to: '' },
      { aspect: 'completion', from: null, to: '' },
    ] as const;
    expect(changesText(changes, messagesFor(language))).toBe(expected);
  },
);

it('changesText shortens values and makes invisible characters visible', () => {
  const to = `a\u202eb\u200b${'x'.repeat(500)}`;
  const text = changesText([{ aspect: 'model', from: 'm', to }], messagesFor('en'));
  expect(text).toContain('a\ufffdb\ufffdx');
  expect(text.length).toBeLessThan(200);
});
