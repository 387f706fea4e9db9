/** If a page has fewer spaces than this between ideographs, the spaces may have a meaning. */
const FEWEST_SPACES = 20;

/**
 * Returns true when a page has a space after most of its ideographs. Programs for text recognition write such
 * spaces, which have no meaning.
 */
export function hasMeaninglessSpaces(items: readonly { readonly str: string }[]): boolean {
  let apart = 0;
  for (const { str } of items)
    if (/[\u3400-\u9fff] [\u3400-\u9fff]/.test(str)) apart += (str.match(SPACE_BETWEEN) ?? []).length;
  if (apart < FEWEST_SPACES) return false;
  return apart > items.reduce((close, { str }) => close + pairsOfIdeographs(str), 0);
}

const SPACE_BETWEEN = /[\u3400-\u9fff] (?=[\u3400-\u9fff])/g;

function pairsOfIdeographs(text: string): number {
  return (text.match(/[\u3400-\u9fff](?=[\u3400-\u9fff])/g) ?? []).length;
}
