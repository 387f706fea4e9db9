import { describe, expect, it } from 'vitest';
import { anyOf, wordsOf, wordsPattern } from '../../../src/text/words';

describe('wordsPattern', () => {
  const pattern = wordsPattern('pay, invoice*, *fee, due date', 'prices?, 付款, re.{1,4}d');

  it.each([
    'We pay.',
    'PAY now',
    'invoiced',
    'a coffee',
    'the due  date',
    'due\ndate',
    'the prices',
    '请付款',
    'pay付',
    're-send',
  ])('the pattern from wordsPattern matches %j', (text) => {
    expect(pattern.test(text)).toBe(true);
  });

  it.each(['repay', 'payer', 'preinvoice', 'fees', 'overdue date', 'pricess', '付了款', ''])(
    'the pattern from wordsPattern does not match %j',
    (text) => {
      expect(pattern.test(text)).toBe(false);
    },
  );
});

describe('anyOf', () => {
  const pattern = new RegExp(`^${anyOf('付款, 请.{2,4}前支付', 'invoice(?:date|number), invoice')}$`, 'u');

  it.each(['付款', '请三日前支付', 'invoicedate', 'invoice'])('the pattern from anyOf matches %j', (text) => {
    expect(pattern.test(text)).toBe(true);
  });

  it.each(['请支付', 'invoices', '付款, 请', ''])('the pattern from anyOf does not match %j', (text) => {
    expect(pattern.test(text)).toBe(false);
  });
});

it('anyOf and wordsPattern throw an error for a comma and a space inside brackets', () => {
  expect(() => anyOf('before, (?:pay, invoice)')).toThrow('(?:pay');
  expect(() => wordsPattern('pay[,, ;]')).toThrow('pay[,');
  expect(anyOf('a[,(]b, c\\(')).toBe('(?:a[,(]b|c\\()');
});

describe('wordsOf', () => {
  it('wordsOf splits lists of words at spaces', () => {
    expect(wordsOf('one two', ' three ', '')).toEqual(['one', 'two', 'three']);
  });
});
