/**
 * Maximum length of a unit, which is the text that a loop repeats: about one paragraph. All lengths in this
 * file are numbers of UTF-16 code units.
 */
const LONGEST_UNIT = 800;
/** Length of the searched end of the text. A model in a loop repeats itself until the end. */
const TAIL = 12_000;
/** Minimum length of a loop. Real documents have shorter repetitions, such as ten equal lines in a form. */
const SHORTEST_STRETCH = 240;
/** Minimum number of times that a loop contains a short unit. No real document repeats a unit so often. */
const TIMES = 10;
/** Minimum number of times that a loop contains a long unit. */
const TIMES_OF_LONG_UNIT = 4;
/** Minimum length of a long unit. */
const LONG_UNIT = 80;
/** Minimum share of the searched text that a loop fills. Equal rows of a table fill less than this share. */
const MOST = 0.5;

/**
 * Returns whether a model got stuck in a loop and repeated one passage. A repeated passage without letters,
 * such as dots or digits, is not a loop, because forms and tables contain such passages.
 */
export function repeatsItself(text: string): boolean {
  const tail = text.slice(-TAIL).replace(/\s+/g, ' ');
  const least = Math.max(SHORTEST_STRETCH, tail.length * MOST);
  for (let unit = 1; unit <= LONGEST_UNIT && unit < tail.length; unit += 1) {
    const times = unit < LONG_UNIT ? TIMES : TIMES_OF_LONG_UNIT;
    const stretch = longestStretch(tail, unit);
    if (stretch.length < least || stretch.length < unit * times) continue;
    if (/\p{L}/u.test(tail.slice(stretch.start, stretch.start + unit))) return true;
  }
  return false;
}

/** Finds the longest stretch in which each character equals the character `unit` positions before it. */
function longestStretch(text: string, unit: number): { readonly start: number; readonly length: number } {
  let longest = { start: 0, length: 0 };
  let run = 0;
  for (let at = unit; at < text.length; at += 1) {
    run = text.charCodeAt(at) === text.charCodeAt(at - unit) ? run + 1 : 0;
    if (run > 0 && run + unit > longest.length) longest = { start: at - run - unit + 1, length: run + unit };
  }
  return longest;
}
