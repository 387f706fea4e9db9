import type { Finding } from './finding';

/** A value is looked up by this number of characters at its start. Shorter values are ignored. */
const START = 5;
/** Maximum number of other characters between two neighbouring characters of a value. */
const WIDEST_GAP = 3;

interface Known {
  readonly bare: string;
  readonly kind: Finding['kind'];
}

/**
 * Remembers values of a document, such as card numbers, so that they are also found where no label stands
 * before them. The time of a search does not depend on how many values there are.
 */
export class KnownValues {
  readonly #byStart = new Map<string, Known[]>();

  /** @param bare only the digits and capital letters of the value */
  add(bare: string, kind: Finding['kind']): void {
    if (!/^[A-Z\d]+$/.test(bare) || bare.length < START) return;
    const start = bare.slice(0, START);
    const others = this.#byStart.get(start) ?? [];
    if (!others.some((one) => one.bare === bare)) this.#byStart.set(start, [...others, { bare, kind }]);
  }

  /**
   * Finds the values in a text that `folded.ts` has folded. Other characters in a value, such as spaces, are
   * ignored.
   */
  findIn(text: string): Finding[] {
    if (this.#byStart.size === 0) return [];
    const at = Array.from(text.matchAll(/[a-z\d]/gi), ({ index }) => index);
    const bare = at
      .map((index) => text.charAt(index))
      .join('')
      .toUpperCase();
    const gap = (after: number): number => (at[after + 1] ?? Infinity) - (at[after] ?? -Infinity);
    return at.flatMap((start, first): Finding[] => {
      if (gap(first - 1) === 1) return [];
      const longest = (this.#byStart.get(bare.slice(first, first + START)) ?? [])
        .filter(({ bare: value }) => {
          const last = first + value.length - 1;
          if (!bare.startsWith(value, first) || gap(last) === 1) return false;
          for (let each = first; each < last; each += 1) if (gap(each) > WIDEST_GAP + 1) return false;
          return true;
        })
        .sort((one, other) => other.bare.length - one.bare.length)[0];
      if (longest === undefined) return [];
      const end = (at[first + longest.bare.length - 1] ?? start) + 1;
      return [{ kind: longest.kind, start, end }];
    });
  }
}
