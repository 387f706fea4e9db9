import { unitAtStart } from '../../text/lexicon/units';

/** A range of a text, in UTF-16 offsets. */
interface Place {
  readonly text: string;
  readonly at: number;
  readonly length: number;
}

/** The context of a value is this many UTF-16 units before it and as many after it. */
const CONTEXT = 24;

/**
 * Selects the value of the document that a model most likely meant when it stated a wrong value. The text
 * around the selected value shares the most pairs of neighbouring characters with the text around the wrong
 * value. If several values share the same number of pairs (for example, the cells of one row), the value that
 * is most similar to the wrong value is selected.
 * @param words the text of the model
 * @param stated the place of the wrong value in `words`
 * @param rivals the places of the values in the document
 * @returns the value as the document writes it, with its currency sign and unit; undefined when there are no
 * rivals.
 */
export function likeliest(
  words: string,
  stated: Omit<Place, 'text'>,
  rivals: readonly Place[],
): string | undefined {
  const own = pairsAround({ text: words, ...stated });
  const value = valueOf({ text: words, ...stated });
  let best: { readonly place: Place; readonly shared: number; readonly alike: number } | undefined;
  for (const place of rivals) {
    const shared = [...pairsAround(place)].filter((pair) => own.has(pair)).length;
    const alike = likeness(valueOf(place), value);
    const isBetter =
      best === undefined || shared > best.shared || (shared === best.shared && alike > best.alike);
    if (isBetter) best = { place, shared, alike };
  }
  return best === undefined ? undefined : shown(best.place);
}

function valueOf({ text, at, length }: Place): string {
  return text.slice(at, at + length);
}

function likeness(one: string, other: string): number {
  return Array.from(one).filter((character, index) => other[index] === character).length;
}

function pairsAround({ text, at, length }: Place): ReadonlySet<string> {
  const [before, behind] = [text.slice(Math.max(0, at - CONTEXT), at), text.slice(at + length)];
  const around = `${before} ${behind.slice(0, CONTEXT)}`.toLowerCase();
  const characters = Array.from(around.replace(/[\s\p{P}]+/gu, ' '));
  return new Set(
    characters
      .slice(1)
      .map((character, index) => `${characters[index] ?? ''}${character}`)
      .filter((pair) => !pair.includes(' ')),
  );
}

function shown({ text, at, length }: Place): string {
  const before = /(?:[¥￥$€£]|(?:US|HK)\$)\s?$/u.exec(text.slice(0, at))?.[0] ?? '';
  const rest = text.slice(at + length);
  const spelling = unitAtStart(rest)?.length ?? 0;
  const unit = rest.slice(0, spelling);
  return `${before}${valueOf({ text, at, length })}${unit}`.trim();
}
