import { asRecord } from '../record';
import { withNames, type Names } from './draft-names';
import { objectsIn } from './json-in-text';
import { withoutThoughts } from './thoughts';

type Item = Readonly<Record<string, unknown>>;

/** The names that models use for the items of an answer. */
export interface ItemNames {
  /** Names of the list of items, in lower case. */
  readonly lists: readonly string[];
  /** For each field of an item, the names that models use instead. `n` is the field with the number. */
  readonly fields: Names & { readonly n: readonly string[] };
  /** If an item is a single value, such as `yes` in `{"1": "yes"}`, this field gets the value. */
  readonly main: string;
}

/** Longest accepted answer, in characters. */
const MAX_ANSWER = 1_000_000;
/** Matches the number of a statement, and the words and punctuation that models put around it. */
const NUMBER =
  /^[\s#[(（第]*(?:(?:statement|item|no|nr|陈述|编号)[.\s#:：第]*)?(\d{1,9})[\s.)\]）、:：条号句]*$/iu;

/**
 * Finds the numbered items in a model's answer. They may be in a list, they may be separate objects (for
 * example one per line), or they may be the values of an object whose keys are their numbers. If there are
 * exactly `count` items and none has a number, they are numbered in their order. If the answer was truncated,
 * only its complete items are returned.
 *
 * The fields are renamed as in `names.fields` but not validated. Two items may have the same number. Never
 * throws.
 */
export function numberedItems(content: string, count: number, names: ItemNames): readonly Item[] {
  if (content.length > MAX_ANSWER) return [];
  const visible = withoutThoughts(content);
  const items = itemsIn(visible, count, names);
  // Some servers return the answer inside the thoughts.
  return items.length > 0 || visible === content ? items : itemsIn(content, count, names);
}

/** Parses the number of a statement; undefined when there is none. */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  const digits = typeof value === 'string' ? NUMBER.exec(value.slice(0, 40))?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}

function itemsIn(text: string, count: number, names: ItemNames): readonly Item[] {
  const objects = [...objectsIn(text)];
  const listed = objects.flatMap((object) => listedIn(object, count, names));
  if (numbersOf(listed).size >= count) return listed;
  const relisted = asOneList(text)
    .flatMap((part) => [...objectsIn(part)])
    .flatMap((object) => listedIn(object, count, names));
  const found = [...listed, ...relisted];
  // If none of the found items has a number, each object is an item.
  return numbersOf(found).size > 0 ? found : objects.map((object) => toItem(object, names));
}

function numbersOf(items: readonly Item[]): ReadonlySet<number | undefined> {
  return new Set(items.map(({ n }) => readNumber(n)).filter((n) => n !== undefined));
}

/** Wraps a bare list, or objects without a list around them, into an object with a list. */
function asOneList(text: string): readonly string[] {
  const first = text.search(/\[\s*[{"]/);
  const open = text.indexOf('{');
  const last = text.lastIndexOf('}');
  const list = first < 0 ? '' : text.slice(first, text.lastIndexOf(']') + 1);
  const objects = open < 0 || last < open ? '' : text.slice(first > open ? first + 1 : open, last + 1);
  const joined = objects.replace(/\}\s*\{/g, '},{');
  const lists = [list, joined === '' ? '' : `[${joined}]`].filter((each) => each !== '');
  return lists.map((each) => `{"list":${each}}`);
}

function listedIn(object: Item, count: number, names: ItemNames): readonly Item[] {
  const ofMap = Object.entries(object).flatMap(([key, value]) => {
    const n = readNumber(key);
    return n === undefined ? [] : [{ ...toItem(value, names), n }];
  });
  if (ofMap.length > 0) return ofMap;
  const lists = Object.entries(object).filter(([key]) => names.lists.includes(key.toLowerCase()));
  const list = lists.map(([, value]) => value).find((value) => Array.isArray(value));
  if (list === undefined) return [];
  const items = list.map((value: unknown) => toItem(value, names));
  const isInOrder = items.length === count && numbersOf(items).size === 0;
  return isInOrder ? items.map((item, index) => ({ ...item, n: index + 1 })) : items;
}

function toItem(value: unknown, { fields, main }: ItemNames): Item {
  return asRecord(withNames(fields)(value)) ?? { [main]: value };
}
