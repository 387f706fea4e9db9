/** Longest unit that is looked for, in UTF-16 units: a paragraph. */
const LONGEST_UNIT = 800;
/** How much of a text's end is looked at; a model that has begun to repeat itself does not stop. */
const TAIL = 12_000;
/** A shorter stretch may be the document's own, such as a form with the same line ten times. */
const SHORTEST_STRETCH = 240;
/** Times in a row that are no document's: of a few words, and of a whole sentence. */
const TIMES = 10;
const TIMES_OF_LONG_UNIT = 4;
const LONG_UNIT = 80;
/** The stretch has to be most of what was looked at: tables do repeat themselves here and there. */
const MOST = 0.5;

/**
 * Whether a text is mostly the same passage again and again, as models write that have lost their way. Runs of dots,
 * lines and digits do not count: forms and tables are full of them.
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

/** The longest stretch in which every character stands again `unit` further on. */
function longestStretch(text: string, unit: number): { readonly start: number; readonly length: number } {
  let longest = { start: 0, length: 0 };
  let run = 0;
  for (let at = unit; at < text.length; at += 1) {
    run = text.charCodeAt(at) === text.charCodeAt(at - unit) ? run + 1 : 0;
    if (run > 0 && run + unit > longest.length) longest = { start: at - run - unit + 1, length: run + unit };
  }
  return longest;
}
