import type { Draft, DraftAction, DraftFact, DraftStatement } from '../../llm/draft';
import { comparable } from '../passages/quotes';

const MOST_TAGS = 8;

/**
 * Unites the drafts of the parts of a document. No text is reworded. Statements, actions and facts come in
 * the order of the document. Neighbouring parts overlap, so duplicates are removed. The title and the
 * language come from the first part that has them; the document type is the most frequent one.
 */
export function uniteDrafts(drafts: readonly Draft[]): Draft {
  const fields = unite(
    drafts.map((draft) => draft.fields ?? []),
    keyOfFact,
    isSameFact,
  );
  return {
    title: drafts.map((draft) => draft.title.trim()).find((title) => title !== '') ?? '',
    doc_type: mostFrequent(drafts.map((draft) => draft.doc_type)),
    language: drafts.map((draft) => draft.language).find((language) => language !== '') ?? '',
    tags: uniteTags(drafts),
    summary: unite(
      drafts.map((draft) => draft.summary),
      keyOfStatement,
    ),
    actions: unite(
      drafts.map((draft) => draft.actions),
      keyOfAction,
      isSameAction,
    ),
    points: unite(
      drafts.map((draft) => draft.points),
      keyOfStatement,
    ),
    facts: unite(
      drafts.map((draft) => draft.facts),
      keyOfFact,
      isSameFact,
    ),
    ...(fields.length === 0 ? {} : { fields }),
  };
}

function keyOfStatement(statement: DraftStatement): string {
  return comparable(statement.text).toLowerCase();
}

function keyOfFact(fact: DraftFact): string {
  return `${comparable(fact.name)}\n${comparable(fact.value)}`.toLowerCase();
}

/**
 * The key contains the quote, because two actions with the same text may come from different sentences. The
 * key contains the text, because one quote may contain several actions.
 */
function keyOfAction(action: DraftAction): string {
  return [comparable(action.quote), comparable(action.text), deadlineOf(action)].join('\n').toLowerCase();
}

function deadlineOf(action: DraftAction): string {
  return `${comparable(action.due.text)}\n${action.owner.trim()}`;
}

/**
 * Returns whether two actions are the same. When two parts overlap, both of their drafts may contain the same
 * action, but one may quote more words than the other.
 */
function isSameAction(one: DraftAction, other: DraftAction): boolean {
  return sharesRef(one, other) && deadlineOf(one) === deadlineOf(other) && overlaps(one.quote, other.quote);
}

function isSameFact(one: DraftFact, other: DraftFact): boolean {
  return (
    sharesRef(one, other) &&
    comparable(one.name) === comparable(other.name) &&
    overlaps(one.value, other.value)
  );
}

function sharesRef(one: DraftStatement | DraftFact, other: DraftStatement | DraftFact): boolean {
  return one.refs.some((ref) => other.refs.includes(ref));
}

function overlaps(one: string, other: string): boolean {
  const [left, right] = [comparable(one), comparable(other)];
  return left !== '' && right !== '' && (left.includes(right) || right.includes(left));
}

/**
 * Returns the items of all drafts without duplicates. An item is a duplicate if an earlier item has the same
 * key, or if `isSame` returns true for it and an item of the preceding draft.
 */
function unite<Item extends DraftStatement | DraftFact>(
  drafts: readonly (readonly Item[])[],
  keyOf: (item: Item) => string,
  isSame: (one: Item, other: Item) => boolean = () => false,
): Item[] {
  const kept = new Map<string, Item>();
  let before: readonly Item[] = [];
  for (const items of drafts) {
    // Only consecutive parts overlap, so `isSame` needs only the items of the preceding draft.
    const last = before;
    for (const item of items) {
      const key = keyOf(item);
      if (!kept.has(key) && !last.some((other) => isSame(item, other))) kept.set(key, item);
    }
    before = items;
  }
  return inDocumentOrder([...kept.values()]);
}

/** Sorts by the first reference; items without references keep their order at the end. */
function inDocumentOrder<Item extends { readonly refs: readonly number[] }>(items: readonly Item[]): Item[] {
  const first = (item: Item): number =>
    item.refs.reduce((least, ref) => Math.min(least, ref), Number.MAX_SAFE_INTEGER);
  return [...items].sort((a, b) => first(a) - first(b));
}

/** Sorts tags by the number of parts that have them. Among equally frequent tags, the earlier comes first. */
function uniteTags(drafts: readonly Draft[]): string[] {
  const counts = new Map<string, { readonly tag: string; readonly count: number }>();
  for (const { tags } of drafts) {
    const inPart = new Set<string>();
    for (const tag of tags) {
      const key = comparable(tag).toLowerCase();
      if (key === '' || inPart.has(key)) continue;
      inPart.add(key);
      const { tag: first = tag, count = 0 } = counts.get(key) ?? {};
      counts.set(key, { tag: first, count: count + 1 });
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_TAGS)
    .map(({ tag }) => tag);
}

function mostFrequent(types: readonly Draft['doc_type'][]): Draft['doc_type'] {
  const counts = new Map<Draft['doc_type'], number>();
  for (const type of types) if (type !== 'other') counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].reduce<readonly [Draft['doc_type'], number]>(
    (best, next) => (next[1] > best[1] ? next : best),
    ['other', 0],
  )[0];
}
