/**
 * Sorts the names of models by their similarity to `wanted`, the most similar first. Words have twice the
 * weight of version numbers, because the words identify the model family. Of equally similar names, the
 * higher version comes first.
 */
export function nearestFirst(names: readonly string[], wanted: string): readonly string[] {
  const parts = partsOf(wanted);
  const likeness = new Map(names.map((name) => [name, likenessOf(partsOf(name), parts)]));
  return [...names].sort(
    (one, other) =>
      (likeness.get(other) ?? 0) - (likeness.get(one) ?? 0) ||
      other.localeCompare(one, 'en', { numeric: true }),
  );
}

function partsOf(name: string): ReadonlyMap<string, number> {
  const parts = name.toLowerCase().match(/[a-z]+|\d+(\.\d+)*/g) ?? [];
  return new Map(parts.map((part) => [part, /\d/.test(part) ? 1 : 2]));
}

/** Dice's coefficient of the weighted parts, from 0 to 1. */
function likenessOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const weight = (parts: Iterable<number>): number => [...parts].reduce((sum, each) => sum + each, 0);
  const shared = [...one].filter(([part]) => other.has(part)).map(([, each]) => each);
  return (2 * weight(shared)) / Math.max(1, weight(one.values()) + weight(other.values()));
}
