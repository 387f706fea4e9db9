import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../../src/clean';
import { withTables } from '../../../src/text/table-lines';
import { cleanTag, markdownTag } from '../../../src/note/escape/tag';
import { isFull, runs } from '../../runs';
import { attacks } from './attacks';
import { places, type Place } from './places';
import { readNote, unbroken } from './structure';

const harmless = 'harmless';
const strings = Object.values(attacks).flat();

const namePlaces = places.filter(({ kind }) => kind === 'name');
const textPlaces = places.filter(({ kind }) => kind !== 'name');
const withHarmless = new Map(textPlaces.map((place) => [place, readNote(place.render(harmless))]));
const withNothing = new Map(textPlaces.map((place) => [place, readNote(place.render(''))]));
const withHarmlessName = new Map(
  namePlaces.map((place) => [place, readNote(withoutPdfLinks(place.render(harmless)))]),
);

/**
 * Returns a third of the attacks. The place determines which third. With `npm run test:full`, the function
 * returns all of them.
 */
function attacksAt(place: Place): readonly string[] {
  const at = places.indexOf(place);
  return strings.filter((_, index) => isFull || (index + at) % 3 === 0);
}

/**
 * Asserts that a note shows `text` unchanged, and has the same structure as a note with harmless text.
 */
function expectInert(place: Place, text: string): void {
  const shown = wordsOf(place, text);
  const expected = (shown === '' ? withNothing : withHarmless).get(place);
  const actual = readNote(place.render(text));
  expect(actual.structure).toEqual(expected?.structure);
  expect(withoutAliases(actual.properties)).toEqual(withoutAliases(expected?.properties ?? []));
  if (text.length > place.limit / 2) return;
  const words = expected?.text.replace(harmless, () => unbroken(shown)) ?? '';
  expect(withoutSpace(actual.text)).toBe(withoutSpace(words));
}

/** Removes `aliases`, because a note has this property only if its title contains letters. */
function withoutAliases(names: readonly string[]): readonly string[] {
  return names.filter((name) => name !== 'aliases');
}

function wordsOf({ kind, limit, shown = (line) => line }: Place, text: string): string {
  switch (kind) {
    case 'line':
      return shown(cleanLine(text, limit));
    case 'lines':
      return cleanText(withTables(text)) || (text === '' ? '' : ' ');
    case 'tag':
      return markdownTag(cleanTag(text)).slice(1);
    case 'name':
      return text;
  }
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}

describe.each(textPlaces)('$name', (place) => {
  it('the note shows attacks as plain text', () => {
    for (const text of attacksAt(place)) expectInert(place, text);
  });

  it('the note shows any text as plain text', () => {
    fc.assert(
      fc.property(hostile, (text) => expectInert(place, text)),
      { numRuns: runs(8, 10_000) },
    );
  });
});

describe.each(namePlaces)('$name', (place) => {
  it('an attack in the name of the PDF affects only the links to the PDF', () => {
    for (const name of attacksAt(place)) expectInertName(place, name.slice(0, 200));
  });

  it('any name of the PDF affects only the links to the PDF', () => {
    fc.assert(
      fc.property(hostile, (name) => expectInertName(place, name)),
      { numRuns: runs(8, 10_000) },
    );
  });
});

/** Fragments of attacks, mixed with arbitrary characters. A manipulated model may write such text. */
const hostile = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...strings.filter((text) => text.length < 100)) },
      { weight: 3, arbitrary: fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~$%^&=:@/"\' \n\t1aA中😀📅\u200B') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

function expectInertName(place: Place, name: string): void {
  const note = place.render(name.replace(/[/\0]/g, ''));
  const expected = withHarmlessName.get(place);
  const actual = readNote(withoutPdfLinks(note));
  expect(actual.structure).toEqual(expected?.structure);
  expect(actual.properties).toEqual(expected?.properties);
  expect(note).not.toContain('<%');
}

/**
 * Replaces each link to the PDF by one word. A link contains the name of the PDF. Only the app knows
 * wikilinks, so other parsers could find Markdown syntax in this name.
 */
function withoutPdfLinks(note: string): string {
  return note.replace(
    /\[\[[^[\]|#^\n]*(?:#page=\d+)?(?:\\?\|p\. \d+)?\]\]|\[(?:p\. \d+|PDF)\]\([^()\s<>]*\)/g,
    'link',
  );
}
