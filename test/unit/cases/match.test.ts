import { describe, expect, it } from 'vitest';
import { compare } from '../../cases/match';

const passes = (expected: string, output: readonly string[]): boolean => {
  const { missing, forbidden } = compare(expected, output);
  return missing.length + forbidden.length === 0;
};

describe('compare', () => {
  it('compare requires the expected lines in order, but one output line may contain several of them', () => {
    expect(passes('# a remark\none\n\ntwo', ['so one and two'])).toBe(true);
    expect(passes('two\none', ['one', 'two'])).toBe(false);
    expect(compare('one\nthree', ['one', 'two']).missing).toEqual(['three']);
  });

  it('compare ignores spaces between Han characters, but not tabs; elsewhere, several spaces match one', () => {
    expect(passes('合计：元', ['合 计： 元'])).toBe(true);
    expect(passes('共 3 页', ['共3 页'])).toBe(false);
    expect(passes('a b', ['a  b'])).toBe(true);
    expect(passes('合计', ['合\t计'])).toBe(false);
  });

  it('compare accepts more empty cells than the expected line has, but not fewer', () => {
    expect(passes('a\tb', ['a\tb'])).toBe(true);
    expect(passes('a\tb', ['a\t\tb'])).toBe(true);
    expect(passes('a\t\tb', ['a\tb'])).toBe(false);
    expect(passes('a b', ['a\tb'])).toBe(false);
  });

  it('compare finds a forbidden line with added tabs, but not with spaces between Han characters', () => {
    expect(compare('! a\tb', ['a\t\tb']).forbidden).toEqual(['a\tb']);
    expect(passes('! 合计', ['合 计'])).toBe(true);
  });
});
