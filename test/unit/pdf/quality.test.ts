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
  imageCover: () => Promise.reject(new Error('The look of the page was examined.')),
  ink: () => Promise.reject(new Error('The look of the page was examined.')),
  lacksImage: () => Promise.reject(new Error('The look of the page was examined.')),
};

describe('counting a text layer', () => {
  it.each([
    ['white space is not counted', ' a\tb \n\u3000c', { characters: 3, bad: 0, symbols: 0 }],
    ['a character outside the basic plane is counted once', '𠮷😀', { characters: 2, bad: 0, symbols: 0 }],
    ['control characters are bad', '\u0001\u0002\u0085x', { characters: 4, bad: 2, symbols: 0 }],
    [
      'if one bad character makes up most of the text, each occurrence of it counts as bad',
      '\u0001\u0001x',
      { characters: 3, bad: 2, symbols: 0 },
    ],
    [
      'replacement characters, private-use characters and lone surrogates are bad',
      '\ufffd\ue123\udbff\u{f0000}',
      { characters: 4, bad: 3, symbols: 0 },
    ],
    ['non-characters are bad', '\uffff\ufdd0\u{1fffe}', { characters: 3, bad: 3, symbols: 0 }],
    [
      'if the most frequent bad character is a small part of the text, it does not count as bad',
      '1\u0001234 5678\u0001',
      { characters: 10, bad: 0, symbols: 0 },
    ],
    [
      'characters of symbol fonts are counted separately',
      '\uf0b7\uf02b',
      { characters: 2, bad: 0, symbols: 2 },
    ],
  ])('%s', (_, text, counted) => {
    expect(countText([text])).toEqual(counted);
  });

  it('does not depend on the division of the text into items', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (items) => {
        expect(countText(items)).toEqual(countText([items.join('')]));
      }),
    );
  });
});

describe('the kind of a page', () => {
  it.each([
    [
      'a page with enough text is text, and the look of the page is not examined',
      sentence,
      notLooking,
      'text',
    ],
    [
      'a page with enough text is text even if a tenth of it is bad',
      sentence + '\u0001\u0002\u0003\u0004',
      notLooking,
      'text',
    ],
    [
      'a page with enough text is garbage if more than a tenth of it is bad',
      sentence + '\u0001\u0002\u0003'.repeat(4),
      notLooking,
      'garbage',
    ],
    [
      'a page whose only bad character occurs several times is text',
      sentence + '\u0001'.repeat(9),
      notLooking,
      'text',
    ],
    ['formulas with symbol fonts are text', sentence + '\uf02b'.repeat(30), notLooking, 'text'],
    ['symbols alone are garbage', '\uf041'.repeat(80), notLooking, 'garbage'],
    ['a title alone is text', 'Annex B', looking(0, 0.01), 'text'],
    ['a title over a small picture is text', 'Annex B', looking(0.29, 0.2), 'text'],
    ['a picture of a page is a scan', '', looking(0.3, 0.05), 'scan'],
    ['a scan with a stamp is a scan', stamp, looking(0.98, 0.05), 'scan'],
    ['a scan of an empty sheet is blank', '', looking(1, 0.0009), 'blank'],
    ['a page without text and ink is blank', '', looking(0, 0), 'blank'],
    ['lines without text are a drawing', '', looking(0, 0.001), 'drawing'],
    ['a few bad characters are garbage', '\ufffd\ufffd', looking(0, 0.2), 'garbage'],
    ['a scan with bad characters is a scan', '\ufffd\ufffd', looking(1, 0.2), 'scan'],
    ['text over a picture that shows nothing is text', 'Annex B', looking(1, 0), 'text'],
    ['a page whose only image cannot be decoded is unreadable', '', looking(1, 0, true), 'unreadable'],
    ['a page with ink is a scan even if one of its images is missing', '', looking(1, 0.1, true), 'scan'],
  ] as const)('%s', async (_, text, look, kind) => {
    expect(await kindOfPage(countText([text]), look)).toBe(kind);
  });
});

type Items = Parameters<typeof countFonts>[0];

function soundOf(items: Items): ReturnType<typeof soundItems> {
  return soundItems(items, countFonts(items, {}));
}

describe('a text layer that is partly unreliable', () => {
  const text = { str: sentence.repeat(3), fontName: 'text' };
  const music = { str: '\ue050\ue0a4\ue0a4\ue240'.repeat(6), fontName: 'music' };

  it('loses the text of its unreliable fonts, but its items keep their positions', () => {
    expect(soundOf([music, text])?.map(({ str }) => str)).toEqual(['', text.str]);
  });

  it('is not used at all if most of its text is unreliable', () => {
    expect(
      soundOf([
        { str: music.str.repeat(9), fontName: 'text' },
        { str: 'Title', fontName: 'title' },
      ]),
    ).toBeUndefined();
    expect(soundOf([text, { str: music.str.repeat(9), fontName: 'other' }])).toBeUndefined();
  });
});

describe('a scan with a stamped header', () => {
  const stamped = countText([sentence.repeat(4)]);

  it('is a scan when all its text is at the edge of the page', async () => {
    expect(await kindOfPage(stamped, looking(0.98, 0.05), () => true)).toBe('scan');
  });

  it('is text when the image is small or some text is not at the edge', async () => {
    expect(await kindOfPage(stamped, looking(0.5, 0.05), () => true)).toBe('text');
    expect(await kindOfPage(stamped, notLooking, () => false)).toBe('text');
  });
});

describe('a font whose text is nonsense', () => {
  const text = { str: sentence.repeat(3), fontName: 'text' };
  const codes = { str: '\u1229\u04be\u332b\u0847\u2cb4\u0a34\u1863\u1e37'.repeat(8), fontName: 'codes' };

  it('counts as a font that has only bad characters', () => {
    const counts = countFonts([text, codes], {});
    expect(countOfAll(counts).bad).toBe(codes.str.length);
    expect(soundItems([text, codes], counts)?.map(({ str }) => str)).toEqual([text.str, '']);
  });
});
