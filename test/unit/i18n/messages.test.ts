import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/en';
import { failureText, format, messagesFor } from '../../../src/i18n/messages';
import { zhCn } from '../../../src/i18n/zh-cn';

/** Returns every text of a language by its path, such as `notices.done`. */
function textsOf(messages: object, path = ''): Map<string, string> {
  const entries = Object.entries(messages).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[path + key, value]];
    return typeof value === 'object' && value !== null ? [...textsOf(value, `${path}${key}.`)] : [];
  });
  return new Map(entries);
}

function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)[?}]/g)].map(([, name = '']) => name))].sort();
}

const english = textsOf(en);
const chinese = textsOf(zhCn);

describe('the languages', () => {
  it('the English and the Chinese texts have the same keys', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each([...english])('the text %s has the same placeholders in English and Chinese', (key, text) => {
    expect(placeholders(chinese.get(key) ?? '')).toEqual(placeholders(text));
  });

  it.each([...english, ...chinese])(
    'the text %s is not empty and closes every bracket and brace',
    (_, text) => {
      expect(text.trim()).not.toBe('');
      expect(text.replace(/\[[^[\]]*\]|\{\w+(\?[^|{}]+\|[^|{}]+)?\}/g, '')).not.toMatch(/[[\]{}]/);
    },
  );

  it('English texts have no Chinese characters, and only provider names are the same in both languages', () => {
    const han = /\p{Script=Han}/u;
    expect([...english].filter(([, text]) => han.test(text))).toEqual([]);
    const sameInBoth = [...english].filter(
      ([key, text]) => chinese.get(key) === text && /[a-z]{3}/.test(text.replace(/\{\w+\}/g, '')),
    );
    expect(sameInBoth.map(([key]) => key).filter((key) => !key.startsWith('settings.providers.'))).toEqual(
      [],
    );
  });

  it('messagesFor chooses Chinese or English by the tag of the interface language', () => {
    expect(['zh', 'zh-CN', 'zh-TW', 'ZH-hans', 'zh_HK'].map(messagesFor)).toEqual(Array(5).fill(zhCn));
    expect(['en', 'en-GB', 'de', 'zha', ''].map(messagesFor)).toEqual(Array(5).fill(en));
  });
});

describe('format', () => {
  it('format fills every occurrence of a placeholder', () => {
    expect(format('{a} and {b} and {a}', { a: 1, b: 'two' })).toBe('1 and two and 1');
  });

  it('format leaves out an optional part if one of its values is missing or empty', () => {
    expect(format('Model[ {model}] is unknown.', { model: 'm' })).toBe('Model m is unknown.');
    expect(format('Model[ {model}] is unknown.')).toBe('Model is unknown.');
    expect(format('Model[ {model}] is unknown.', { model: '' })).toBe('Model is unknown.');
  });

  it('format chooses the singular or the plural by a count', () => {
    const text = '{count} {count?PDF is|PDFs are} left[, of {all} {all?page|pages}]';
    expect(format(text, { count: 1 })).toBe('1 PDF is left');
    expect(format(text, { count: '1,001', all: '1' })).toBe('1,001 PDFs are left, of 1 page');
    expect(format(text, { count: 0, all: 2 })).toBe('0 PDFs are left, of 2 pages');
  });

  it('format inserts values literally', () => {
    const value = fc.string({ unit: 'binary' }).filter((text) => text !== '');
    fc.assert(
      fc.property(value, (text) => {
        expect(format('<{x}>[({x})]', { x: text })).toBe(`<${text}>(${text})`);
      }),
    );
  });

  it('format treats the placeholder {toString} as missing, although every object has this property', () => {
    expect(format('[{toString}]{constructor}.')).toBe('.');
  });
});

describe('failureText', () => {
  it.each(Object.keys(en.failures))(
    'the sentences about the failure %s are complete even without details',
    (kind) => {
      for (const messages of [en, zhCn]) {
        const found = Object.entries(messages.failures).find(([key]) => key === kind)?.[1];
        for (const template of [found?.sentence, found?.wayOn]) {
          const text = format(template ?? '');
          expect(text).toMatch(/[.。]$/);
          expect(text).not.toMatch(/\{|\}|\s[.,。，]|\s{2}|\(\)|（）|undefined/);
        }
      }
    },
  );

  it('failureText includes the known details of a failure', () => {
    const failure = { kind: 'llm-rate-limit', details: { retryAfterSeconds: 20 } } as const;
    expect(failureText(en, failure).wayOn).toBe('Wait a little, at least 20 seconds, and retry.');
    expect(failureText(zhCn, failure).wayOn).toBe('请稍候（至少 20 秒）再试。');
  });
});
