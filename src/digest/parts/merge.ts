import type { Draft, DraftAction, DraftFact, DraftStatement } from '../../llm/draft';
import { comparable } from '../passages/quotes';

/** Most tags a merged digest keeps. */
const MOST_TAGS = 8;

/**
 * Drafts of parts as one draft: statements, actions and facts united in the order of the document, what overlapping
 * parts said twice kept once, nothing reworded. Title, kind and language are the first part's that has them.
 */
export function uniteDrafts(drafts: readonly Draft[]): Draft {
  return {
    title: drafts.map((draft) => draft.title.trim()).find((title) => title !== '') ?? '',
    doc_type: mostFrequent(drafts.map((draft) => draft.doc_type)),
    language: drafts.map((draft) => draft.language).find((language) => language !== '') ?? '',
    tags: uniteTags(drafts),
    summary: unite(drafts.map((draft) => draft.summary), keyOfStatement),
    actions: unite(drafts.map((draft) => draft.actions), keyOfAction, isSameAction),
    points: unite(drafts.map((draft) => draft.points), keyOfStatement),
    facts: unite(drafts.map((draft) => draft.facts), keyOfFact, isSameFact),
  };
}

function keyOfStatement(statement: DraftStatement): string {
  return comparable(statement.text).toLowerCase();
}

function keyOfFact(fact: DraftFact): string {
  return `${comparable(fact.name)}\n${comparable(fact.value)}`.toLowerCase();
}

/** One passage may ask for several things; and what is wrongly said of it must not take the place of what is right. */
function keyOfAction(action: DraftAction): string {
  return [comparable(action.quote), comparable(action.text), deadlineOf(action)].join('\n').toLowerCase();
}

function deadlineOf(action: DraftAction): string {
  return `${comparable(action.due.text)}\n${action.owner.trim()}`;
}

/** Parts that overlap quote more of the same sentence, or less of it. */
function isSameAction(one: DraftAction, other: DraftAction): boolean {
  return sharesRef(one, other) && deadlineOf(one) === deadlineOf(other) && overlaps(one.quote, other.quote);
}

function isSameFact(one: DraftFact, other: DraftFact): boolean {
  return sharesRef(one, other) && comparable(one.name) === comparable(other.name) && overlaps(one.value, other.value);
}

function sharesRef(one: DraftStatement | DraftFact, other: DraftStatement | DraftFact): boolean {
  return one.refs.some((ref) => other.refs.includes(ref));
}

/** True when one text stands in the other. */
function overlaps(one: string, other: string): boolean {
  const [left, right] = [comparable(one), comparable(other)];
  return left !== '' && right !== '' && (left.includes(right) || right.includes(left));
}

/** Items of all drafts with each kept once: by its key, or because it is found to be the same as one of another draft. */
function unite<Item extends DraftStatement | DraftFact>(
  drafts: readonly (readonly Item[])[],
  keyOf: (item: Item) => string,
  isSame: (one: Item, other: Item) => boolean = () => false,
): Item[] {
  const kept = new Map<string, Item>();
  let before: readonly Item[] = [];
  for (const items of drafts) {
    // Only neighbours overlap.
    const last = before;
    for (const item of items) {
      const key = keyOf(item);
      if (!kept.has(key) && !last.some((other) => isSame(item, other))) kept.set(key, item);
    }
    before = items;
  }
  return inDocumentOrder([...kept.values()]);
}

/** By first reference; what has none keeps its place at the end. */
function inDocumentOrder<Item extends { readonly refs: readonly number[] }>(items: readonly Item[]): Item[] {
  const first = (item: Item): number => item.refs.reduce((least, ref) => Math.min(least, ref), Number.MAX_SAFE_INTEGER);
  return [...items].sort((a, b) => first(a) - first(b));
}

/** Tags by how many parts gave them, the earlier first. */
function uniteTags(drafts: readonly Draft[]): string[] {
  const counts = new Map<string, { readonly tag: string; readonly count: number }>();
  for (const tag of drafts.flatMap((draft) => draft.tags)) {
    const key = comparable(tag).toLowerCase();
    if (key !== '') counts.set(key, { tag: counts.get(key)?.tag ?? tag, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MOST_TAGS).map(({ tag }) => tag);
}

function mostFrequent(types: readonly Draft['doc_type'][]): Draft['doc_type'] {
  const counts = new Map<Draft['doc_type'], number>();
  for (const type of types) if (type !== 'other') counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].reduce<readonly [Draft['doc_type'], number]>((best, next) => (next[1] > best[1] ? next : best), ['other', 0])[0];
}
