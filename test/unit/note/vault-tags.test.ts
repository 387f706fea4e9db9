import { describe, expect, it } from 'vitest';
import type { TagLayout } from '../../../src/note/content';
import { withVaultTags } from '../../../src/note/vault-tags';
import { contractDigest, layout } from './sample';

/** Returns the tags of a note about a contract. */
function tags(own: readonly string[], known: readonly string[], changed: Partial<TagLayout> = {}): unknown {
  const digestTags = { policy: 'prefer', prefix: '', inProperty: false, known, ...changed } as const;
  return withVaultTags({ ...contractDigest, tags: own }, { ...layout, digestTags }).tags;
}

describe('withVaultTags', () => {
  it.each([
    ['the same word in another case', ['Software'], ['software'], ['software']],
    ['singular and plural', ['Invoices', 'company'], ['invoice', 'companies'], ['invoice', 'companies']],
    ['`_` instead of a space', ['data protection'], ['data_protection'], ['data_protection']],
    ['another language', ['租赁'], ['lease'], ['lease']],
    ['the last part of a nested tag', ['Lease'], ['legal/lease'], ['legal/lease']],
    [
      'an equal tag rather than a nested tag with an equal last part',
      ['Lease'],
      ['work/lease', 'lease'],
      ['lease'],
    ],
    ['the tag that is used most if several fit', ['Lease'], ['work/lease', 'home/lease'], ['work/lease']],
    ['the kind of document', ['roof'], ['合同'], ['roof', '合同']],
  ])('uses tags of the vault: %s', (_, own, known, expected) => {
    expect(tags(own, known)).toEqual(expected);
  });

  it('adds the prefix to new tags, and leaves out tags that every note has', () => {
    expect(tags(['roof', 'pdf', 'Lease'], ['lease'], { prefix: 'pdf/' })).toEqual(['pdf/roof', 'lease']);
  });

  it.each([
    ['only', ['lease']],
    ['new', ['roof', 'Lease']],
    ['none', []],
  ] as const)('uses the tags that the policy `%s` allows', (policy, expected) => {
    expect(tags(['roof', 'Lease'], ['lease', 'contract-law'], { policy })).toEqual(expected);
  });

  it('does not treat similar words as the same tag', () => {
    expect(tags(['bus', 'news', 'process'], ['bu', 'new', 'proces'])).toEqual(['bus', 'news', 'process']);
  });
});
