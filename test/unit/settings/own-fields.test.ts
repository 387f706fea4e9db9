import { describe, expect, it } from 'vitest';
import { checkSetting } from '../../../src/settings';

const field = { name: 'deposit', type: 'number', ask: 'the deposit', kinds: ['contract'] };

describe('own fields', () => {
  it('an own field is accepted, its name is trimmed, and its missing values become empty', () => {
    expect(checkSetting('ownFields', [field])).toEqual([field]);
    const short = { name: ' 押金 (元) ', type: 'date' };
    expect(checkSetting('ownFields', [short])).toEqual([
      { name: '押金 (元)', type: 'date', ask: '', kinds: [] },
    ]);
  });

  it.each([
    ['pdf_amount'],
    ['pdf_sha256'],
    ['PDF_Kind'],
    ['pdf_later'],
    ['Tags'],
    ['aliases'],
    ['cssclasses'],
    ['true'],
    ['No'],
    [''],
    ['1st'],
    ['a: b'],
    ['a#b'],
    ['- a'],
    ['"a"'],
    ['a\nb'],
    ['x'.repeat(61)],
  ])('an own field cannot have the name %j', (name) => {
    expect(checkSetting('ownFields', [{ ...field, name }])).toBeUndefined();
  });

  it('own fields are refused for equal names and for an invalid `type`, `kinds` or `ask`', () => {
    expect(checkSetting('ownFields', [field, { ...field, name: 'Deposit' }])).toBeUndefined();
    expect(checkSetting('ownFields', [{ ...field, type: 'checkbox' }])).toBeUndefined();
    expect(checkSetting('ownFields', [{ ...field, kinds: ['lease'] }])).toBeUndefined();
    expect(checkSetting('ownFields', [{ ...field, ask: 'a\nb' }])).toBeUndefined();
  });
});
