import { isNoise } from './noise';
import { termsOf, type Term, type WordSplitter } from './terms';
import type { Unit } from './units';

/** The title, a heading or a sentence of a document, with its words. Only the title has no `unit`. */
export interface Passage {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly place: 'title' | 'heading' | 'text';
  readonly unit?: Unit;
}

/**
 * Maximum number of UTF-16 units of text that are read. Of a longer document, the beginning and an even
 * sample of the rest are read.
 */
const MOST_READ = 50_000;
/** Share of {@link MOST_READ} that is read from the beginning without gaps. */
const OPENING = 0.35;

/** Returns the title, the headings and the sentences of a document with their words. */
export function passagesOf(title: string, units: readonly Unit[], split: WordSplitter): Passage[] {
  const read = sampled(units);
  const passages = read.flatMap((unit): Passage[] => {
    if (unit.kind !== 'heading' && (unit.kind === 'row' || isNoise(unit.text))) return [];
    const place = unit.kind === 'heading' ? 'heading' : 'text';
    return [{ text: unit.text, terms: termsOf(unit.text, split), place, unit }];
  });
  const named: Passage = { text: title, terms: termsOf(title, split), place: 'title' };
  return title === '' ? passages : [named, ...passages];
}

function sampled(units: readonly Unit[]): readonly Unit[] {
  const total = units.reduce((sum, { text }) => sum + text.length, 0);
  if (total <= MOST_READ) return units;
  const opening = MOST_READ * OPENING;
  const share = (MOST_READ - opening) / (total - opening);
  let [before, taken] = [0, 0];
  return units.filter(({ text }) => {
    const isOpening = before < opening;
    before += text.length;
    if (!isOpening && taken > (before - opening) * share) return false;
    if (!isOpening) taken += text.length;
    return true;
  });
}
