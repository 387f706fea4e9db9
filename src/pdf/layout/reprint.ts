import { isFullWidth } from './script';
import type { TextBox } from './text-box';

/** Limits are shares of the font size: how far baselines and edges of two prints are apart, at most ... */
const ACROSS = 0.25;
const ALONG = 0.35;
/** ... and how much of two boxes lies on each other, at least. */
const OVERLAP = 0.4;

/** Boxes of one row are looked up in bands of this many points. */
const BAND = 16;
/** A row with more boxes was made to cost time; only the last of them are compared. */
const MOST_COMPARED = 300;

/**
 * Drops the parts of text that are printed a second time on top of the first print. Some producers print a
 * page in bands, so that letters at their edges are printed twice and the others are missing; others print
 * each word again with its neighbours. Of two prints, the one with more letters stays.
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

/** The earlier boxes that lie partly under a box, on its baseline. */
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
 * Which of two boxes adds nothing to the other. A number states how many characters at the beginning of the
 * later box repeat the end of the earlier one.
 */
function relationOf(earlier: TextBox, later: TextBox): 'earlier' | 'later' | number | undefined {
  if (earlier.pieces ?? later.pieces ?? (earlier.rightToLeft || later.rightToLeft)) return undefined;
  if (isWithin(later, earlier) && isPartOf(later.text, earlier.text)) return 'later';
  if (isWithin(earlier, later) && isPartOf(earlier.text, later.text)) return 'earlier';
  const shared = overlapOf(earlier, later);
  if (later.x < earlier.x || shared < OVERLAP * later.size) return undefined;
  for (let length = Math.min(earlier.text.length, later.text.length - 1); length > 0; length -= 1) {
    const isRepeated = earlier.text.endsWith(later.text.slice(0, length));
    if (isRepeated && Math.abs(widthOf(later, length) - shared) < ALONG * later.size) return length;
  }
  return undefined;
}

function isWithin(inner: TextBox, outer: TextBox): boolean {
  const slack = ALONG * outer.size;
  return inner.x > outer.x - slack && inner.x + inner.width < outer.x + outer.width + slack;
}

/** Whether a text is another one without some of its characters. White space does not count. */
function isPartOf(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    if (character.trim() === '') continue;
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The estimated width of the first characters of a box in points. */
function widthOf({ text, width }: TextBox, length: number): number {
  const weigh = (part: string): number =>
    Array.from(part).reduce((sum, character) => sum + (isFullWidth(character) ? 2 : 1), 0);
  return (width * weigh(text.slice(0, length))) / weigh(text);
}

/** A box without its first characters, which become spaces, so that offsets stay. */
function withoutStart(box: TextBox, length: number, earlier: TextBox): TextBox | undefined {
  const { gaps, gapEdges, hyphens, ...plain } = box;
  const right = box.x + box.width;
  const x = earlier.x + earlier.width;
  const text = ' '.repeat(length) + box.text.slice(length);
  return text.trim() === '' ? undefined : { ...plain, text, isCut: true, x, width: Math.max(0, right - x) };
}
