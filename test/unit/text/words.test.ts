import { describe, expect, it } from 'vitest';
import { wordsPattern } from '../../../src/text/words';

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
  ])('matches %j', (text) => {
    expect(pattern.test(text)).toBe(true);
  });

  it.each(['repay', 'payer', 'preinvoice', 'fees', 'overdue date', 'pricess', '付了款', ''])(
    'does not match %j',
    (text) => {
      expect(pattern.test(text)).toBe(false);
    },
  );
});
