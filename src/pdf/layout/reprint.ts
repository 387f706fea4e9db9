import { isFullWidth } from './script';
import type { TextBox } from './text-box';

/** Maximum distance between the baselines of two prints of the same text, as a share of the font size. */
const ACROSS = 0.25;
/** Maximum distance between the edges of two prints, as a share of the font size. */
const ALONG = 0.35;
/** Minimum overlap of two prints, as a share of the font size. */
const OVERLAP = 0.4;

/**
 * Maximum distance between the estimated places of one character in two prints, as a share of the font size.
 * It is large because the estimates are rough: they treat all half-width characters as equally wide.
 */
const SAME_PLACE = 1;

/** The page is divided into bands of this height, in points. A box is in the band of its baseline. */
const BAND = 16;
/**
 * A box is compared with at most this many boxes of a band, namely the most recent ones. Only a hostile PDF
 * has more boxes in a band.
 */
const MOST_COMPARED = 300;

/**
 * Drops the parts of text that are printed a second time on top of the first print. Some programs print a
 * page in strips, and print the letters at the edge of a strip twice. Other programs print each word twice:
 * alone, and together with the next word. Of two prints, the print with more letters is kept.
 */
export function withoutReprints(boxes: readonly TextBox[]): readonly TextBox[] {
  const bands = new Map<number, Set<TextBox>>();
  let isChanged = false;
  const kept = new Set<TextBox>();
  for (const box of boxes) {
    let rest: TextBox | undefined = box;
    for (const earlier of neighbours(bands, box)) {
      const relation = relationOf(earlier, rest);
      if (relation === undefined) continue;
      isChanged = true;
      if (relation === 'earlier') {
        kept.delete(earlier);
        bands.get(bandOf(earlier))?.delete(earlier);
      } else if (relation === 'later') rest = undefined;
      else rest = withoutStart(rest, relation, earlier);
      if (rest === undefined) break;
    }
    if (rest === undefined) continue;
    kept.add(rest);
    const band = bands.get(bandOf(rest));
    if (band) band.add(rest);
    else bands.set(bandOf(rest), new Set([rest]));
  }
  return isChanged ? [...kept] : boxes;
}

function bandOf({ y }: TextBox): number {
  return Math.floor(y / BAND);
}

/** Returns the earlier boxes that overlap `box` and have nearly the same baseline, size and angle. */
function neighbours(bands: ReadonlyMap<number, ReadonlySet<TextBox>>, box: TextBox): readonly TextBox[] {
  const found: TextBox[] = [];
  const across = Math.min(ACROSS * box.size, BAND);
  for (
    let band = Math.floor((box.y - across) / BAND);
    band <= Math.floor((box.y + across) / BAND);
    band += 1
  ) {
    let left = (bands.get(band)?.size ?? 0) - MOST_COMPARED;
    for (const earlier of bands.get(band) ?? []) {
      left -= 1;
      if (left < 0 && overlapOf(earlier, box) > OVERLAP * box.size && isAlike(earlier, box))
        found.push(earlier);
    }
  }
  return found;
}

function overlapOf(one: TextBox, other: TextBox): number {
  return Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
}

function isAlike(one: TextBox, other: TextBox): boolean {
  const isLevel = Math.abs(one.y - other.y) < ACROSS * other.size;
  return isLevel && one.angle === other.angle && Math.abs(one.size - other.size) < 0.2 * other.size;
}

/**
 * Returns which box is not needed, because the other box shows all its characters. If only the beginning of
 * the later box repeats the end of the earlier box, returns the number of the repeated characters. Otherwise,
 * returns undefined.
 */
function relationOf(earlier: TextBox, later: TextBox): 'earlier' | 'later' | number | undefined {
  if (earlier.pieces ?? later.pieces ?? (earlier.rightToLeft || later.rightToLeft)) return undefined;
  if (isPartOf(later, earlier)) return 'later';
  if (isPartOf(earlier, later)) return 'earlier';
  const shared = overlapOf(earlier, later);
  if (later.x < earlier.x || shared < OVERLAP * later.size) return undefined;
  for (let length = Math.min(earlier.text.length, later.text.length - 1); length > 0; length -= 1) {
    const isRepeated = earlier.text.endsWith(later.text.slice(0, length));
    if (isRepeated && Math.abs(widthOf(later, length) - shared) < ALONG * later.size) return length;
  }
  return undefined;
}

function isWithin(inner: Extent, outer: Extent, slack: number): boolean {
  return inner.left > outer.left - slack && inner.right < outer.right + slack;
}

/**
 * Returns whether all characters of a box are also shown by another box at the same places. White space is
 * ignored.
 */
function isPartOf(part: TextBox, whole: TextBox): boolean {
  const slack = ALONG * whole.size;
  const edges = ({ x, width }: TextBox): Extent => ({ left: x, right: x + width });
  if (!isWithin(edges(part), edges(whole), slack)) return false;
  const words = wordsOf(whole);
  return wordsOf(part).every((own) =>
    words.some((word) => isWithin(own, word, slack) && hasCharacters(word, own, SAME_PLACE * whole.size)),
  );
}

/** The left and right edges of a box or a word, in points. */
interface Extent {
  readonly left: number;
  readonly right: number;
}

interface Word extends Extent {
  readonly text: string;
}

/**
 * Returns the words of a box with their edges. The edges are estimated if the places of the spaces are not
 * known.
 */
function wordsOf(box: TextBox): readonly Word[] {
  const { text, x, width, gapEdges = [] } = box;
  const words: Word[] = [];
  let [from, left] = [0, x];
  for (let space = text.indexOf(' '), gap = 0; space >= 0; space = text.indexOf(' ', from), gap += 1) {
    const [start = Number.NaN, end = Number.NaN] = gapEdges.slice(2 * gap, 2 * gap + 2);
    const right = x + (Number.isNaN(start) ? widthOf(box, space) : start);
    if (space > from) words.push({ text: text.slice(from, space), left, right });
    [from, left] = [space + 1, x + (Number.isNaN(end) ? widthOf(box, space + 1) : end)];
  }
  if (from < text.length) words.push({ text: text.slice(from), left, right: x + width });
  return words;
}

/**
 * Returns whether a word has the characters of `part` in the same order, each of them at about the same
 * place.
 */
function hasCharacters(word: Word, part: Word, slack: number): boolean {
  const places = placesOf(word);
  let at = 0;
  for (const { character, place } of placesOf(part)) {
    const next = places.findIndex(
      (own, index) => index >= at && own.character === character && Math.abs(own.place - place) < slack,
    );
    if (next < 0) return false;
    at = next + 1;
  }
  return true;
}

/** Returns the characters of a word with the estimated places of their left edges, in points. */
function placesOf({ text, left, right }: Word): readonly { character: string; place: number }[] {
  const total = weightOf(text) || 1;
  let before = 0;
  return Array.from(text, (character) => {
    const place = left + ((right - left) * before) / total;
    before += weightOf(character);
    return { character, place };
  });
}

/** Returns the width of a text: 1 for each character of half width, 2 for each of full width. */
function weightOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (isFullWidth(character) ? 2 : 1), 0);
}

/** Returns the estimated width, in points, of the first `length` UTF-16 units of a box. */
function widthOf({ text, width }: TextBox, length: number): number {
  return (width * weightOf(text.slice(0, length))) / (weightOf(text) || 1);
}

/**
 * Replaces the first `length` characters of a box by spaces, so that all offsets stay the same. Returns
 * undefined when only spaces are left.
 */
function withoutStart(box: TextBox, length: number, earlier: TextBox): TextBox | undefined {
  const { gaps, gapEdges, hyphens, ...plain } = box;
  const right = box.x + box.width;
  const x = earlier.x + earlier.width;
  const text = ' '.repeat(length) + box.text.slice(length);
  return text.trim() === '' ? undefined : { ...plain, text, isCut: true, x, width: Math.max(0, right - x) };
}
