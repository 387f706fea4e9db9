import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countFonts,
  countOfAll,
  countText,
  kindOfPage,
  type PageLook,
  soundItems,
} from '../../../src/pdf/quality';

const sentence = 'The tenant shall return the keys no later than 30 April 2026.';
const stamp = 'Received 3 May 2026';

function looking(imageCover: number, ink: number, lacksImage = false): PageLook {
  return {
    imageCover: () => Promise.resolve(imageCover),
    ink: () => Promise.resolve(ink),
    lacksImage: () => Promise.resolve(lacksImage),
  };
}

const notLooking: PageLook = {
  imageCover: () => Promise.reject(new Error('The look of the page must not be examined.')),
  ink: () => Promise.reject(new Error('The look of the page must not be examined.')),
  lacksImage: () => Promise.reject(new Error('The look of the page must not be examined.')),
};

describe('countText', () => {
  it.each([
    ['white space is not counted', ' a\tb \n\u3000c', { characters: 3, bad: 0, symbols: 0 }],
    ['a character outside the basic plane is counted once', '𠮷😀', { characters: 2, bad: 0, symbols: 0 }],
    // The most frequent bad character may be an icon that is drawn several times.
    [
      'the most frequent bad character is not counted if it fills only a small part of the text',
      '1\u0001234 5678\u0001',
      { characters: 10, bad: 0, symbols: 0 },
    ],
    [
      'the most frequent bad character is counted if it fills most of the text',
      '\u0001\u0001x',
      { characters: 3, bad: 2, symbols: 0 },
    ],
    // In each of the next two texts, one of the bad characters is not counted.
    ['control characters are bad characters', '\u0001\u0002\u0085x', { characters: 4, bad: 2, symbols: 0 }],
    [
      'U+FFFD, private-use characters and lone surrogates are bad characters',
      '\ufffd\ue123\udbff\u{f0000}',
      { characters: 4, bad: 3, symbols: 0 },
    ],
    ['non-characters are bad characters', '\uffff\ufdd0\u{1fffe}', { characters: 3, bad: 3, symbols: 0 }],
    [
      'characters of symbol fonts are counted separately',
      '\uf0b7\uf02b',
      { characters: 2, bad: 0, symbols: 2 },
    ],
  ])('%s', (_, text, counted) => {
    expect(countText([text])).toEqual(counted);
  });

  it('the counts do not depend on the division of the text into items', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (items) => {
        expect(countText(items)).toEqual(countText([items.join('')]));
      }),
    );
  });
});

describe('the kind of a page', () => {
  it.each([
    ['a page with enough text counts as text, and its look is not examined', sentence, notLooking, 'text'],
    [
      'a page counts as text if less than a tenth of its text is bad',
      sentence + '\u0001\u0002\u0003\u0004',
      notLooking,
      'text',
    ],
    [
      'a page counts as garbage if more than a tenth of its text is bad',
      sentence + '\u0001\u0002\u0003'.repeat(4),
      notLooking,
      'garbage',
    ],
    [
      'a page counts as text even if one bad character occurs several times',
      sentence + '\u0001'.repeat(9),
      notLooking,
      'text',
    ],
    [
      'a page with formulas in a symbol font counts as text',
      sentence + '\uf02b'.repeat(30),
      notLooking,
      'text',
    ],
    ['a page with only symbols counts as garbage', '\uf041'.repeat(80), notLooking, 'garbage'],
    ['a page with only a title counts as text', 'Annex B', looking(0, 0.01), 'text'],
    ['a title over a small picture counts as text', 'Annex B', looking(0.29, 0.2), 'text'],
    ['a picture of a page counts as a scan', '', looking(0.3, 0.05), 'scan'],
    ['a scan with a stamp counts as a scan', stamp, looking(0.98, 0.05), 'scan'],
    ['a scan of an empty sheet counts as blank', '', looking(1, 0.0009), 'blank'],
    ['a page without text and ink counts as blank', '', looking(0, 0), 'blank'],
    ['a page with ink but without text and images counts as a drawing', '', looking(0, 0.001), 'drawing'],
    ['a page with only bad characters counts as garbage', '\ufffd\ufffd', looking(0, 0.2), 'garbage'],
    ['a scan with bad characters counts as a scan', '\ufffd\ufffd', looking(1, 0.2), 'scan'],
    ['text over an empty picture counts as text', 'Annex B', looking(1, 0), 'text'],
    [
      'a page counts as unreadable if its only image cannot be decoded',
      '',
      looking(1, 0, true),
      'unreadable',
    ],
    [
      'a page with ink counts as a scan even if one of its images is missing',
      '',
      looking(1, 0.1, true),
      'scan',
    ],
  ] as const)('%s', async (_, text, look, kind) => {
    expect(await kindOfPage(countText([text]), look)).toBe(kind);
  });
});

type Items = Parameters<typeof countFonts>[0];

function soundOf(items: Items): ReturnType<typeof soundItems> {
  return soundItems(items, countFonts(items, {}));
}

describe('soundItems', () => {
  const text = { str: sentence.repeat(3), fontName: 'text' };
  const music = { str: '\ue050\ue0a4\ue0a4\ue240'.repeat(6), fontName: 'music' };

  it('soundItems empties the items of an unreliable font but keeps the positions of the items', () => {
    expect(soundOf([music, text])?.map(({ str }) => str)).toEqual(['', text.str]);
  });

  it('soundItems returns nothing if most of the text is unreliable', () => {
    expect(
      soundOf([
        { str: music.str.repeat(9), fontName: 'text' },
        { str: 'Title', fontName: 'title' },
      ]),
    ).toBeUndefined();
    expect(soundOf([text, { str: music.str.repeat(9), fontName: 'other' }])).toBeUndefined();
  });
});

describe('stamped pages', () => {
  const stamped = countText([sentence.repeat(4)]);

  it('a page with a large image counts as a scan if all text is at the page edge', async () => {
    expect(await kindOfPage(stamped, looking(0.98, 0.05), () => true)).toBe('scan');
  });

  it('a page counts as text if its image is small or text stands away from the page edge', async () => {
    expect(await kindOfPage(stamped, looking(0.5, 0.05), () => true)).toBe('text');
    expect(await kindOfPage(stamped, notLooking, () => false)).toBe('text');
  });
});

describe('fonts', () => {
  const text = { str: sentence.repeat(3), fontName: 'text' };
  const codes = { str: '\u1229\u04be\u332b\u0847\u2cb4\u0a34\u1863\u1e37'.repeat(8), fontName: 'codes' };

  it('all characters of a font count as bad if the text of the font is nonsense', () => {
    const counts = countFonts([text, codes], {});
    expect(countOfAll(counts).bad).toBe(codes.str.length);
    expect(soundItems([text, codes], counts)?.map(({ str }) => str)).toEqual([text.str, '']);
  });
});
