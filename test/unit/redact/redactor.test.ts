import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { written } from '../../../src/redact/find.examples';
import type { DraftRequest } from '../../../src/llm/model';
import { REDACT_KINDS } from '../../../src/redact/finding';
import { redacting, type SendingModel } from '../../../src/redact/redacting';
import { Redactor } from '../../../src/redact/redactor';
import { runs } from '../../runs';
import { emptyDraft } from '../digest/document';

const document = [
  '--- page 1 ---',
  '[1] Tenant: Ann Lee, phone 139 1234 5671, ann@example.com.',
  '[2] Landlord: Li Ming, phone 13800001111.',
  '--- page 2 ---',
  '[3] Call 139-1234-5671 or 13800001111.',
].join('\n');

function redactorOf(lines: string, patterns: readonly string[] = ['phone', 'email', 'Li Ming']): Redactor {
  return new Redactor(lines, patterns);
}

describe('marks', () => {
  it('all forms of a value get the same mark', () => {
    expect(redactorOf(document).redact(document).text).toBe(
      [
        '--- page 1 ---',
        '[1] Tenant: Ann Lee, phone [PHONE_1], [EMAIL_1].',
        '[2] Landlord: [NAME_1], phone [PHONE_2].',
        '--- page 2 ---',
        '[3] Call [PHONE_1] or [PHONE_2].',
      ].join('\n'),
    );
  });

  it('the mark of a value does not depend on the order of the requests', () => {
    const redactor = redactorOf(document);
    expect(redactor.redact('[3] Call 139-1234-5671 or 13800001111.').text).toBe(
      '[3] Call [PHONE_1] or [PHONE_2].',
    );
    expect(redactor.redact('Write to new@example.com.').text).toBe('Write to [EMAIL_2].');
  });

  it('a mark differs from texts in the document that look like a mark', () => {
    const lines = '[1] See PHONE_1 and phone 13800001111.';
    const redacted = redactorOf(lines).redact(lines).text;
    expect(redacted).toBe('[1] See PHONE_1 and phone [XPHONE_1].');
    expect(redactorOf(lines).restore(redacted)).toBe(lines);
  });

  it('a mark replaces a value on two lines even if only one line is sent', () => {
    const lines =
      '[1] Phone 139 1234\n[2] 5671 at noon\n[3] Write to li@\n--- page 2 ---\n[4] example.com now';
    const redactor = redactorOf(lines);
    expect(redactor.redact(lines).text).toBe(
      '[1] Phone [PHONE_1]\n[2]  at noon\n[3] Write to [EMAIL_1]\n--- page 2 ---\n[4]  now',
    );
    expect(redactor.redact('[1] Phone 139 1234').text).toBe('[1] Phone [PHONE_1]');
    expect(redactor.redact('[4] example.com now').text).toBe('[4] [EMAIL_1] now');
    expect(redactor.restore('[EMAIL_1]')).toBe('li@example.com');
    // In a second reading, a statement may be between the two lines.
    expect(redactor.redact('[1] Phone 139 1234\n\n1. A call.\n\n[2] 5671 at noon').text).toBe(
      '[1] Phone [PHONE_1]\n\n1. A call.\n\n[2] [PHONE_1] at noon',
    );
  });

  it('a number is replaced everywhere if it has a label in one place', () => {
    const lines = '[1] Account no.: 12 345 679, passport AB12-3456X7.\n[2] Pay to 12345679, not 123456790.';
    const redactor = redactorOf(lines, ['bankCard', 'idCard']);
    expect(redactor.redact(lines).text).toBe(
      '[1] Account no.: [ACCOUNT_1], passport [IDNO_1].\n[2] Pay to [ACCOUNT_1], not 123456790.',
    );
    const statement = '1. Anyone with AB123456X7 pays to 12-345-679.';
    expect(redactor.redact(statement).text).toBe('1. Anyone with [IDNO_1] pays to [ACCOUNT_1].');
  });
});

describe('the answer', () => {
  it('each restored value in the answer is written as in the first cited line that contains it', () => {
    const answer = {
      title: '[PHONE_1]',
      points: [{ text: 'Call [PHONE_1].', refs: [3] }],
      actions: [{ text: 'Write to [EMAIL_1]', due: { text: '[PHONE_2]' }, refs: [1, 2] }],
    };
    expect(redactorOf(document).restore(answer)).toEqual({
      title: '139 1234 5671',
      points: [{ text: 'Call 139-1234-5671.', refs: [3] }],
      actions: [{ text: 'Write to ann@example.com', due: { text: '13800001111' }, refs: [1, 2] }],
    });
  });

  it.each([
    '[PHONE_2]',
    'PHONE_2',
    'phone_2',
    '[PHONE-2]',
    'PHONE\\_2',
    '\u3010PHONE_2\u3011',
    '[ PHONE_2 ]',
  ])('the redactor restores a value if the model writes the mark as %s', (mark) => {
    expect(redactorOf(document).restore(`(${mark})`)).toBe('(13800001111)');
  });

  it('the answer keeps a mark that replaces no value', () => {
    expect(redactorOf(document).restore('[PHONE_9] phone 1')).toBe('[PHONE_9] phone 1');
  });
});

it('a tag that contains a redacted value is sent only if the document contains this value', async () => {
  const requests: DraftRequest[] = [];
  const model: SendingModel = {
    name: 'm',
    limits: { contextTokens: 8_000, maxOutputTokens: 1_000, concurrency: 1 },
    redact: ['Li Ming', 'Ann Lee', 'Borealis'],
    draft: (request) => {
      requests.push(request);
      return Promise.resolve({ draft: { ...emptyDraft, tags: ['[NAME_2]', 'rent'] } });
    },
  };
  const { draft } = await redacting(model, document).draft(
    {
      lines: document,
      instructions: '',
      outputLanguage: 'auto',
      knownTags: ['case/Borealis', 'Li-Ming', 'case/Ann Lee', 'rent'],
    },
    new AbortController().signal,
  );
  expect(requests[0]?.knownTags).toEqual(['[NAME_2]', 'case/[NAME_1]', 'rent']);
  expect(draft.tags).toEqual(['Li Ming', 'rent']);
});

describe("the user's own words", () => {
  const cases: readonly (readonly [word: string, text: string, redacted: string])[] = [
    [
      '\u5f20\u4e09',
      '\u7532\u65b9\u5f20  \u4e09\u548c\u5f20\u4e09\u4e30',
      '\u7532\u65b9[NAME_1]\u548c[NAME_1]\u4e30',
    ],
    ['Ann', 'ANN and Annual', '[NAME_1] and Annual'],
    ['Acme Corp', 'Acme\n[2] Corp, acme corp\u516c\u53f8', '[NAME_1]\n[2] , [NAME_1]\u516c\u53f8'],
    ['A+B (x)', 'a+b (X)!', '[NAME_1]!'],
    ['Anne-Marie', 'anne\u2011marie and Anne-Marie', '[NAME_1] and [NAME_1]'],
    ["O'Brien", "O\u2019Brien and O'Brien", '[NAME_1] and [NAME_1]'],
    ['\u5f20\uff08\u534e\uff09', '\u5f20\uff08\u534e\uff09\u548c\u5f20(\u534e)', '[NAME_1]\u548c[NAME_1]'],
  ];
  it.each(cases)("the redactor replaces all forms of the user's word %j", (word, text, redacted) => {
    expect(redactorOf('', [word]).redact(text).text).toBe(redacted);
  });

  it('a value on two lines is restored without a space, unless it is a non-Chinese word of the user', () => {
    const lines = '[1] by Li\n[2] Ming and \u5f20\n[3] \u4e09, li@\n[4] example.com';
    const redactor = redactorOf(lines, ['Li Ming', '\u5f20\u4e09', 'email']);
    expect(redactor.restore('[NAME_1], [NAME_2], [EMAIL_1]')).toBe('Li Ming, \u5f20\u4e09, li@example.com');
  });

  it('the redactor replaces a word of the user, whatever characters the word contains', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        words.filter((word) => /[\p{L}\p{N}]/u.test(word)),
        (word) => {
          expect(redactorOf('', [word]).redact(`(${word})`).hasMarks).toBe(true);
        },
      ),
      { numRuns: runs(200, 20_000) },
    );
  });
});

describe('a redactor', () => {
  const some = fc.array(fc.constantFrom(...written.map(([, , text]) => text.replace(/\t/g, ' | '))), {
    maxLength: 6,
  });
  const around = fc.string({ maxLength: 12 }).filter((text) => !/[[\]\d\n]/.test(text));

  it('a redactor leaves a text unchanged if no value has to be replaced', () => {
    const text =
      '[1] Total 12,345.67 on 2026-01-17, 01.02.26-28.02.26, page 3 of 12.\n[2] 1 | 20 | 300 | 4000';
    expect(redactorOf(text, REDACT_KINDS).redact(text)).toEqual({ text, hasMarks: false });
    expect(redactorOf(document, []).redact(document)).toEqual({ text: document, hasMarks: false });
  });

  it('a redactor restores every replaced value, and does not change a redacted text', () => {
    fc.assert(
      fc.property(some, around, (texts, more) => {
        const lines = texts.map((text, index) => `[${String(index + 1)}] ${text.replace(/\n/g, '')}${more}`);
        const whole = lines.join('\n');
        const redactor = redactorOf(whole, REDACT_KINDS);
        const { text } = redactor.redact(whole);
        expect(redactor.redact(text).text).toBe(text);
        const restored = text
          .split('\n')
          .map((line, index) => redactor.restore({ line, refs: [index + 1] }).line);
        const bare = (all: readonly string[]): string =>
          all
            .join('')
            .replace(/[^\p{L}\p{N}]/gu, '')
            .toLowerCase();
        expect(bare(restored).length).toBe(bare(lines).length);
      }),
      { numRuns: runs(150, 10_000) },
    );
  });
});
