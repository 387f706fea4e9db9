import { describe, expect, it } from 'vitest';
import type { TagLayout } from '../../../src/note/content';
import { withVaultTags } from '../../../src/note/vault-tags';
import { contractDigest, layout } from './sample';

function tags(own: readonly string[], known: readonly string[], changed: Partial<TagLayout> = {}): unknown {
  const digestTags = { policy: 'prefer', prefix: '', inProperty: false, known, ...changed } as const;
  return withVaultTags({ ...contractDigest, tags: own }, { ...layout, digestTags }).tags;
}

describe('withVaultTags', () => {
  it.each([
    ['a tag of the vault that differs only in case', ['Software'], ['software'], ['software']],
    [
      'a tag of the vault in the singular or plural',
      ['Invoices', 'company'],
      ['invoice', 'companies'],
      ['invoice', 'companies'],
    ],
    [
      'a tag of the vault that has `_` for a space',
      ['data protection'],
      ['data_protection'],
      ['data_protection'],
    ],
    ['a tag of the vault in another language', ['租赁'], ['lease'], ['lease']],
    ['a nested tag of the vault if its last part fits', ['Lease'], ['legal/lease'], ['legal/lease']],
    ['an equal tag rather than a nested tag', ['Lease'], ['work/lease', 'lease'], ['lease']],
    [
      'the most frequent tag of the vault if several tags fit',
      ['Lease'],
      ['work/lease', 'home/lease'],
      ['work/lease'],
    ],
    ['a tag of the vault for the kind of document', ['roof'], ['合同'], ['roof', '合同']],
  ])('withVaultTags uses %s', (_, own, known, expected) => {
    expect(tags(own, known)).toEqual(expected);
  });

  it('new tags get the prefix, and tags that every note has are left out', () => {
    expect(tags(['roof', 'pdf', 'Lease'], ['lease'], { prefix: 'pdf/' })).toEqual(['pdf/roof', 'lease']);
  });

  it.each([
    ['only', ['lease']],
    ['new', ['roof', 'Lease']],
    ['none', []],
  ] as const)('withVaultTags uses only the tags that the policy `%s` allows', (policy, expected) => {
    expect(tags(['roof', 'Lease'], ['lease', 'contract-law'], { policy })).toEqual(expected);
  });

  it('similar words such as `bus` and `bu` count as different tags', () => {
    expect(tags(['bus', 'news', 'process'], ['bu', 'new', 'proces'])).toEqual(['bus', 'news', 'process']);
  });
});
