import { findQuantities } from '../../text/numbers';

const EACH = /(?:单价|每[\p{Script=Han}]|\b(?:unit price|each|per|every))[^，。；;,]{0,16}$/iu;
const EACH_BEHIND = /^[^，。；;,]{0,6}(?:\/|\b(?:each|per|apiece|a piece)\b|每)/iu;
const ALL = /(?:共计?|合计|总[计共额价]|小计|\b(?:total(?:s|led|ling)?(?: of)?))[^，。；;,]{0,12}$/iu;
const ALL_BEHIND = /^[^，。；;,]{0,8}(?:in total|altogether|总计|合计)/iu;

/** A row of a table in which a number of things, the price of one and the price of all stand side by side. */
interface Priced {
  readonly one: number;
  readonly all: number;
}

/** True when a statement takes the price of one thing of a row for that of all, or the other way round. */
export function misreadsRow(statement: string, passage: readonly string[]): boolean {
  const rows = passage.flatMap(pricedIn);
  return rows.length > 0 && findQuantities(statement).some(({ at, length, value }) => {
    const [before, behind] = [statement.slice(Math.max(0, at - 24), at), statement.slice(at + length, at + length + 16)];
    const figure = Number(value);
    const saysEach = EACH.test(before) || EACH_BEHIND.test(behind);
    const saysAll = ALL.test(before) || ALL_BEHIND.test(behind);
    if (saysEach === saysAll) return false;
    return rows.some(({ one, all }) => figure === (saysEach ? all : one)) && !rows.some(({ one, all }) => figure === (saysEach ? one : all));
  });
}

function pricedIn(text: string): Priced[] {
  if (!text.includes('\t')) return [];
  const cells = text.split('\t').map((cell) => Number(/^\s*[¥$€£]?\s*([\d,]+(?:\.\d+)?)\s*\p{L}{0,3}\s*$/u.exec(cell)?.[1]?.replaceAll(',', '') ?? Number.NaN));
  return cells.flatMap((many, index) => {
    const [one = Number.NaN, all = Number.NaN] = cells.slice(index + 1, index + 3);
    return many > 1 && Math.abs(many * one - all) < 0.005 * all ? [{ one, all }] : [];
  });
}
