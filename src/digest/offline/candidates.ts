import { comparable } from '../passages/quotes';
import { endsAsSentence, isBoilerplate, isStatement } from './noise';
import { centrality, vectorsOf } from './rank';
import type { Bag, Vector } from './rank';
import { readingWidth } from './clauses';
import { termsOf } from './terms';
import type { WordSplitter } from './terms';
import type { Unit } from './units';

/** A sentence that may be quoted, with what ranking needs. */
export interface Candidate {
  readonly unit: Unit;
  /** Which section it stands in, counted by headings. */
  readonly section: number;
  readonly vector: Vector;
  readonly score: number;
}

/** Sentences whose words are looked at; of longer documents the opening and an even sample of the rest. */
const MOST_READ = 2500;
/** Sentences in the graph; it is quadratic in them. */
const MOST_RANKED = 400;

/** Headings after which a document says in short what it says at length. */
const DIGEST_HEADING =
  /^[\s\d.一二三四五六七八九十、]*(?:abstract|summary|executive summary|overview|introduction|purpose|conclusions?|key (?:points|findings|takeaways)|摘\s*要|概\s*述|概要|总\s*结|结\s*论|结语|引\s*言|前\s*言|简介|背景|目的)\s*[:：]?$/iu;
const END_HEADING =
  /^[\s\d.]*(?:references|bibliography|acknowledge?ments?|参考文献|致\s*谢|目\s*录|contents|table of contents|index)\s*$/iu;
/** A sentence that says what the document is or finds. */
const TELLING =
  /本(?:合同|协议|文|报告|标准|办法|规定|通知|手册|项目|研究)(?:旨在|由|为|是|主要|适用|就|提出|介绍|规定)|达成(?:如下|本|以下)?(?:协议|一致)|总(?:价|金额|额)|期限(?:为|自)|委托.{1,20}(?:开发|提供|承担|办理)|enters? into|entered into|旨在|this agreement (?:commences|begins|takes effect|terminates)|total of [A-Z$€£]|we (?:propose|present|introduce|show|find|describe|demonstrate)|this (?:paper|report|agreement|document|guide|manual|study|article|letter)|in (?:conclusion|summary)|results (?:show|indicate|suggest)|结果表明|研究发现|综上/iu;

/** The sentence a contract opens with: who agrees with whom on what. */
const OPENING =
  /entered into|达成(?:如下|本|以下)?(?:协议|一致)|订立本(?:合同|协议)|签订本(?:合同|协议)|this agreement is made/iu;

interface Placed {
  readonly unit: Unit;
  readonly section: number;
  readonly digested: boolean;
}

/** The sentences worth ranking with their scores, in document order. */
export function candidatesOf(units: readonly Unit[], split: WordSplitter): Candidate[] {
  const placed = place(units);
  const read = sample(placed, MOST_READ);
  const bags = read.map(({ unit }) => bagOf(unit.text, split));
  const kept = preselect(read, bags);
  const vectors = vectorsOf(kept.map((index) => bags[index] ?? new Map()));
  const central = centrality(vectors);
  return kept.flatMap((index, rank) => {
    const item = read[index];
    const vector = vectors[rank];
    if (item === undefined || vector === undefined || vector.size < (kept.length > 10 ? 3 : 1)) return [];
    const score = (central[rank] ?? 0) * prior(item, index, read);
    return [{ unit: item.unit, section: item.section, vector, score }];
  });
}

/** Statements with their section; repeated lines (a running header that was not recognised) only once. */
function place(units: readonly Unit[]): Placed[] {
  const placed: Placed[] = [];
  const seen = new Set<string>();
  let section = 0;
  let digested = false;
  let ended = false;
  for (const unit of units) {
    if (unit.kind === 'heading' || unit.text.length < 40) {
      const digesting = DIGEST_HEADING.test(unit.text);
      if (unit.kind === 'heading' || digesting) {
        section += 1;
        digested = digesting;
        ended = END_HEADING.test(unit.text);
      } else if (END_HEADING.test(unit.text)) ended = true;
    }
    const key = comparable(unit.text);
    const empty = isBoilerplate(unit.text) && !OPENING.test(unit.text);
    if (ended || empty || seen.has(key) || !isStatement(unit)) continue;
    seen.add(key);
    placed.push({ unit, section, digested });
  }
  return placed;
}

function sample(placed: readonly Placed[], most: number): readonly Placed[] {
  if (placed.length <= most) return placed;
  const opening = placed.slice(0, most / 5);
  const rest = placed.slice(most / 5);
  const step = rest.length / (most - opening.length);
  const even = rest.filter(
    (item, index) => item.digested || Math.floor(index / step) !== Math.floor((index - 1) / step),
  );
  return [...opening, ...even];
}

function bagOf(text: string, split: WordSplitter): Bag {
  const bag = new Map<string, number>();
  for (const term of termsOf(text, split)) if (term.topical) bag.set(term.key, (bag.get(term.key) ?? 0) + 1);
  return bag;
}

/** Indexes of the sentences made of the document's most frequent words, and of those in telling places. */
function preselect(read: readonly Placed[], bags: readonly Bag[]): number[] {
  if (read.length <= MOST_RANKED) return read.map((_, index) => index);
  const totals = new Map<string, number>();
  for (const bag of bags) for (const key of bag.keys()) totals.set(key, (totals.get(key) ?? 0) + 1);
  const scored = read.map((item, index) => {
    const bag = bags[index] ?? new Map<string, number>();
    let sum = 0;
    for (const key of bag.keys()) sum += Math.log(totals.get(key) ?? 1);
    return { index, score: (sum / (bag.size + 4)) * prior(item, index, read) };
  });
  scored.sort((a, b) => b.score - a.score);
  return scored
    .slice(0, MOST_RANKED)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}

/** What place, shape and wording say about a sentence before its words are compared with others'. */
function prior(item: Placed, index: number, read: readonly Placed[]): number {
  const { text, paragraph } = item.unit;
  let weight = 1 + 0.7 * Math.exp(-index / (4 + read.length * 0.04));
  if (item.digested) weight *= 1.8;
  const telling = TELLING.test(text);
  if (telling) weight *= 1.8;
  if (OPENING.test(text) && index < 12) weight *= 2;
  if (read[index - 1]?.unit.paragraph !== paragraph) weight *= 1.15;
  if (!endsAsSentence(text)) weight *= 0.35;
  if (/^[\p{Ll}”)）」]/u.test(text)) weight *= 0.4;
  if (/[:：]$/u.test(text) && !telling) weight *= 0.2;
  if (
    /^(?:此外|另外|同时|因此|但是|但|而且|并且|however|moreover|furthermore|therefore|thus|also|it |they |this |these |such )/iu.test(
      text,
    )
  )
    weight *= 0.75;
  return weight * (telling ? 1 : lengthPrior(readingWidth(text)));
}

/** Best between 40 and 240 columns; short sentences say little, long ones too much. */
function lengthPrior(width: number): number {
  if (width < 40) return 0.4 + width / 66;
  return width <= 240 ? 1 : Math.max(0.35, 240 / width);
}
