import { describe, expect, it } from 'vitest';
import { noteProperties } from '../../../src/note/frontmatter';
import { inTypeOf } from '../../../src/note/typed-properties';
import { contract, contractDigest, layout, portsFor } from './sample';

describe('typed properties', () => {
  it.each([
    [1200.5, 'text', '1200.5'],
    [['A', 'B'], 'text', 'A, B'],
    ['A', 'multitext', ['A']],
    [5, 'multitext', ['5']],
    ['2031-01-17', 'datetime', '2031-01-17T00:00:00'],
    ['2031-01-17', 'text', '2031-01-17'],
    ['2031-01-17', 'date', '2031-01-17'],
    [7, 'number', 7],
    ['HT-1', 'number', undefined],
    ['HT-1', 'date', undefined],
    ['HT-1', 'checkbox', undefined],
    [7, undefined, 7],
  ])('the value %j in a property of the type %s becomes %j', (value, type, expected) => {
    expect(inTypeOf(value, type)).toEqual(expected);
  });

  it('the note converts a value to the type of its property, or leaves out the property', () => {
    const digest = {
      ...contractDigest,
      properties: { pdf_number: 'HT-1', pdf_amount: 5, pdf_parties: ['A'] },
    };
    const types = { pdf_number: 'number', pdf_amount: 'text' };
    const made = noteProperties(
      { ...contract, digest },
      { ...layout, factProperties: true, propertyTypes: types },
      portsFor('a.pdf'),
    );
    expect(made).toMatchObject({ pdf_amount: '5', pdf_parties: ['A'] });
    expect(made).not.toHaveProperty('pdf_number');
  });
});
