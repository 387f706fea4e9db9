/** Fewer spaces between ideographs may be meant. */
const FEWEST_SPACES = 20;

/**
 * Whether the text of a page has a space after most of its ideographs, as programs that recognise scans write
 * it. Such spaces are as wide as those that people type, and mean nothing.
 */
export function spacesMeanNothing(items: readonly { readonly str: string }[]): boolean {
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
