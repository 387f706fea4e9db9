import { unitAtStart } from '../../text/lexicon/units';

/** A place in a text. */
interface Place {
  readonly text: string;
  readonly at: number;
  readonly length: number;
}

/** Characters on either side of a value that tell what it is of. */
const CONTEXT = 24;

/**
 * Of several values of the passage the one that a statement's value most likely stands for: whose
 * surroundings share most pairs of characters with those of the statement's; among neighbours, such as the
 * cells of a row, the one that is most like it. The words of the document, with the unit; undefined when
 * there is none.
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

/** Characters that are the same at the same place. */
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

/** The value with the sign before it and the unit behind it. */
function shown({ text, at, length }: Place): string {
  const before = /(?:[¥￥$€£]|(?:US|HK)\$)\s?$/u.exec(text.slice(0, at))?.[0] ?? '';
  const rest = text.slice(at + length);
  const spelling = unitAtStart(rest)?.length ?? 0;
  const unit = rest.slice(0, spelling);
  return `${before}${valueOf({ text, at, length })}${unit}`.trim();
}
