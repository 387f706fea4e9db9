import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml, XmlError } from '../../../../src/pdf/attachments/xml';

describe('parseXml', () => {
  it('parseXml returns local names, attributes, children and text', () => {
    const root = parseXml(
      '\ufeff<?xml version="1.0"?><a:b xmlns:a="u" a:c="1 &lt; 2">x<!-- no --><d/>' +
        '<![CDATA[<y>]]>&#x41;</a:b>',
    );
    expect(root).toEqual({
      name: 'b',
      attributes: { a: 'u', c: '1 < 2' },
      text: 'x<y>A',
      children: [{ name: 'd', attributes: {}, children: [], text: '' }],
    });
  });

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['an entity that XML does not define', '<a>&nbsp;</a>'],
    ['an entity without a semicolon', '<a>Q&A</a>'],
    ['overlapping elements', '<a><b></a></b>'],
    ['an open element', '<a><b></b>'],
    ['a second root', '<a/><b/>'],
    ['text outside of the root', '<a/>x'],
    ['no root', '<!-- nothing -->'],
    ['an open comment', '<a><!-- </a>'],
    ['an attribute without quotes', '<a b=c/>'],
    ['a tree that is too deep', '<a>'.repeat(100) + '</a>'.repeat(100)],
  ])('parseXml refuses %s', (_, source) => {
    expect(() => parseXml(source)).toThrow(XmlError);
  });

  it('parseXml unescapes every escaped text', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .filter((value) => value === value.trim() && !/[\r\0]/.test(value));
    fc.assert(
      fc.property(text, (value) => {
        const escaped = value.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
        expect(parseXml(`<a b="${escaped}">${escaped}</a>`)).toMatchObject({
          text: value,
          attributes: { b: value },
        });
      }),
    );
  });

  it('parseXml returns an element or throws an XmlError for any text', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<a/>',
      '<',
      '>',
      '&',
      '&amp;',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      ' b="',
      '"',
      'x',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        try {
          expect(parseXml(parts.join(''))).toHaveProperty('name');
        } catch (error) {
          expect(error).toBeInstanceOf(XmlError);
        }
      }),
    );
  });
});
