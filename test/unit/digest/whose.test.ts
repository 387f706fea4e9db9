import { describe, expect, it } from 'vitest';
import { isOfOthers } from '../../../src/digest/whose';
import { contractDigest } from '../note/sample';

const facts = [
  { name: '甲方（委托方）', value: '临澜市晴川精密制造有限公司' },
  { name: 'Client', value: 'Harrowfield Logistics Ltd.' },
].map((each) => ({ ...each, text: '', citations: [] }));

const isOthers = (owner: string, ...me: readonly string[]): boolean => {
  const [action] = contractDigest.actions;
  if (action === undefined) throw new Error('The sample must have an action.');
  return isOfOthers({ ...action, owner }, { ...contractDigest, facts }, me);
};

describe('isOfOthers', () => {
  it.each([
    ['甲方', '晴川精密'],
    ['委托方', '晴川精密'],
    ['the Client', 'harrowfield logistics'],
    ['Tenant', 'tenant'],
    ['Dr. Ada Weiss', 'Ada Weiss'],
    ['双方', '乙公司'],
    ['both parties', 'Acme'],
    ['', 'Acme'],
    ['乙方', ''],
  ])('isOfOthers is false for the owner "%s" if the user is "%s"', (owner, me) => {
    expect(isOthers(owner, me)).toBe(false);
  });

  it.each([
    ['乙方', '晴川精密'],
    ['Provider', 'Harrowfield'],
    ['Adamson', 'Adam'],
    ['Party B', 'Party A'],
  ])('isOfOthers is true for the owner "%s" if the user is "%s"', (owner, me) => {
    expect(isOthers(owner, me)).toBe(true);
  });

  it('isOfOthers is false if the user has entered no names', () => {
    expect(isOthers('乙方')).toBe(false);
  });
});
