import { anyOf } from '../../text/words';
import { endsAsSentence, isBoilerplate, isStatement } from './noise';
import { rarityOf } from './background';
import { centrality, vectorsOf } from './rank';
import type { Bag, Vector } from './rank';
import { readingWidth } from './clauses';
import { scoreWith } from './linear';
import type { Passage } from './passages';
import { SENTENCE_WEIGHTS } from './weights';
import type { Unit } from './units';

/** A sentence that can be a part of the summary, with the data that ranks it. */
export interface Candidate {
  readonly unit: Unit;
  /** The number of its section; each heading begins a section. */
  readonly section: number;
  readonly vector: Vector;
  readonly features: readonly number[];
  readonly score: number;
}

/** Maximum number of sentences that are compared with each other. The comparison takes quadratic time. */
const MOST_RANKED = 160;

/** If a larger share of the sentences begins with a small letter, the document does not use capitals. */
const MOST_TORN = 0.25;

/** Headings of sections that summarise the document. */
const DIGEST_HEADING = new RegExp(
  `^[\\s\\d.一二三四五六七八九十、]*${anyOf(
    'abstract, summary, executive summary, overview, introduction, purpose',
    'conclusions?(?: and .{1,20})?, concluding remarks, discussion, key (?:points|findings|takeaways)',
    '摘\\s*要, 概\\s*述, 概要, 总\\s*结.{0,6}, 结\\s*论.{0,6}, 结\\s*束\\s*语, 结语, 引\\s*言, 前\\s*言, 绪\\s*论',
    '简介, 背景, 目的',
  )}\\s*[:：]?$`,
  'iu',
);
/** Words of {@link DIGEST_HEADING} that are usually in headings at the end of a document. */
const CLOSING_HEADING = /conclu|discussion|summary|结|总/iu;
/** Headings of sections from which no sentence is taken. */
const END_HEADING = new RegExp(
  `^[\\s\\d.]*${anyOf(
    'references, bibliography, acknowledge?ments?, contents, table of contents, index, appendix.{0,40}',
    '参考文献, 致\\s*谢, 目\\s*录, 附\\s*录.{0,10}',
  )}\\s*[:：]?\\s*$`,
  'iu',
);
/** Words of sentences that state the kind of the document or its main result. */
const MAIN_STATEMENT = new RegExp(
  anyOf(
    '本(?:合同|协议|文|报告|标准|办法|规定|通知|手册|项目|研究)(?:旨在|由|为|是|主要|适用|就|提出|介绍|规定)',
    '本(?:合同|协议|文|报告|标准|办法|规定|通知|手册|项目|研究)(?:首先|通过|从|以|采用|针对|基于|研究|分析)',
    '达成(?:如下|本|以下)?(?:协议|一致), 总(?:价|金额|额), 期限(?:为|自), 委托.{1,20}(?:开发|提供|承担|办理), 旨在',
    '结果表明, 研究发现, 综上, 实验(?:结果)?(?:表明|证明)',
    'enters? into, entered into, this agreement (?:commences|begins|takes effect|terminates)',
    'total of [A-Z$€£]',
    'we (?:propose|present|introduce|show|find|describe|demonstrate|develop|report|argue|have)',
    '(?:this|the present) (?:paper|report|agreement|document|guide|manual|study|article|letter|work)',
    'in (?:conclusion|summary|this paper|this work), our (?:results|approach|method|system|experiments)',
    'results (?:show|indicate|suggest)',
  ),
  'iu',
);
/** Words of the first sentence of a contract. */
const OPENING =
  /entered into|达成(?:如下|本|以下)?(?:协议|一致)|订立本(?:合同|协议)|签订本(?:合同|协议)|this agreement is made/iu;
/** The beginning of a sentence that depends on the sentence before it. */
const CONNECTED = new RegExp(
  `^${anyOf(
    '此外, 另外, 同时, 因此, 但是, 但, 而且, 并且, 然后, 所以, 那么',
    'however, moreover, furthermore, therefore, thus, also, and, but, so',
    'it, they, this, these, those, such, he, she',
  )}(?:[\\s,，]|(?=[\\u4e00-\\u9fff]))`,
  'iu',
);
const SPOKEN =
  /\b(?:u[hm]+|yeah|okay|you know|i mean|i think|gonna|kind of|right\?)(?![\p{L}])|嗯|呃|对吧|就是说|我觉得|大家好|这个这个|然后我|那我们|谢谢/iu;

/** A sentence with its place in the document. */
interface Placed {
  readonly unit: Unit;
  readonly passage: Passage;
  readonly section: number;
  /**
   * The kind of the heading above the sentence. `opening` and `closing` are headings of sections that
   * summarise the document, usually at its beginning or its end.
   */
  readonly heading: 'opening' | 'closing' | 'other';
  /** The number of earlier sentences of the same section that can be a part of the summary. */
  readonly inSection: number;
}

/** Returns the sentences that can be a part of the summary, with their scores, in document order. */
export function candidatesOf(passages: readonly Passage[], isHan: boolean, isSpoken: boolean): Candidate[] {
  const placed = place(passages);
  const weights = SENTENCE_WEIGHTS[`${isHan ? 'zh' : 'en'}${isSpoken ? 'Talk' : 'Text'}`];
  const bags = placed.map(({ passage }) => bagOf(passage));
  const frequent = totalsOf(bags);
  const rough = placed.map((item, index) =>
    featuresOf(item, index, placed.length, bags[index], frequent, passages),
  );
  const kept = preselect(rough, weights);
  const vectors = vectorsOf(kept.map((index) => bags[index] ?? new Map()));
  const central = centrality(vectors);
  return kept.flatMap((index, rank) => {
    const item = placed[index];
    const vector = vectors[rank];
    if (item === undefined || vector === undefined || vector.size === 0) return [];
    const features = [...(rough[index] ?? []), Math.min(4, central[rank] ?? 0)];
    const { unit, section } = item;
    return [{ unit, section, vector, features, score: scoreWith(weights, features) }];
  });
}

function place(passages: readonly Passage[]): Placed[] {
  const placed: Placed[] = [];
  const seen = new Set<string>();
  let section = 0;
  let inSection = 0;
  let heading: Placed['heading'] = 'other';
  let isOver = false;
  const all = passages.flatMap(({ unit }) => unit ?? []);
  const hasCapitals = all.filter(isTorn).length < all.length * MOST_TORN;
  for (const passage of passages) {
    const { unit } = passage;
    if (unit === undefined) continue;
    if (unit.kind === 'heading' || unit.text.length < 40) {
      const isDigest = DIGEST_HEADING.test(unit.text);
      if (unit.kind === 'heading' || isDigest) {
        section += 1;
        inSection = 0;
        heading = !isDigest ? 'other' : CLOSING_HEADING.test(unit.text) ? 'closing' : 'opening';
        isOver = END_HEADING.test(unit.text);
      } else if (END_HEADING.test(unit.text)) isOver = true;
    }
    if (isOver || unit.kind === 'heading') continue;
    const isGeneral = isBoilerplate(unit.text) && !OPENING.test(unit.text);
    // Lines that differ only in their numbers belong to a form or a page header, so only the first of them is
    // used.
    const key = unit.text.replace(/[\s\d]/gu, '').toLowerCase();
    if (isGeneral || seen.has(key) || (hasCapitals && isTorn(unit)) || !isStatement(unit)) continue;
    seen.add(key);
    placed.push({ unit, passage, section, heading, inSection });
    inSection += 1;
  }
  return placed;
}

/** Returns true for text that begins with a small letter: it is the rest of a sentence. */
function isTorn({ kind, text }: Unit): boolean {
  return kind === 'text' && /^\p{Ll}/u.test(text);
}

function bagOf({ terms }: Passage): Bag {
  const bag = new Map<string, number>();
  for (const term of terms) if (term.topical) bag.set(term.key, (bag.get(term.key) ?? 0) + 1);
  return bag;
}

function totalsOf(bags: readonly Bag[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const bag of bags) for (const key of bag.keys()) totals.set(key, (totals.get(key) ?? 0) + 1);
  return totals;
}

/** Returns the indexes of the best sentences, in ascending order. */
function preselect(features: readonly (readonly number[])[], weights: readonly number[]): number[] {
  const all = features.map((_, index) => index);
  if (all.length <= MOST_RANKED) return all;
  const scores = features.map((each) => scoreWith(weights, each));
  return all
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .slice(0, MOST_RANKED)
    .sort((a, b) => a - b);
}

/**
 * Returns the features of a sentence in the order of their weights in `weights.ts`. The caller adds the last
 * feature, the centrality of the sentence (see `rank.ts`).
 */
function featuresOf(
  { unit, section, heading, inSection }: Placed,
  index: number,
  count: number,
  bag: Bag | undefined,
  frequent: ReadonlyMap<string, number>,
  passages: readonly Passage[],
): number[] {
  const { text } = unit;
  const width = readingWidth(text);
  const keys = [...(bag?.keys() ?? [])];
  const shares = keys.map((key) => (frequent.get(key) ?? 0) / count);
  const title = passages[0]?.place === 'title' ? passages[0].terms : [];
  const inTitle = title.filter(({ key, topical }) => topical && bag?.has(key) === true).length;
  return [
    1,
    index / count,
    Math.exp(-index / 3),
    Math.exp(-index / 12),
    Math.exp(-(count - 1 - index) / 8),
    heading === 'opening' ? 1 : 0,
    heading === 'closing' ? 1 : 0,
    heading === 'other' && section > 1 ? 1 : 0,
    Math.exp(-inSection / 2),
    MAIN_STATEMENT.test(text) ? 1 : 0,
    OPENING.test(text) ? 1 : 0,
    endsAsSentence(text) ? 1 : 0,
    /[:：]$/u.test(text) ? 1 : 0,
    /[?？]/u.test(text) ? 1 : 0,
    CONNECTED.test(text) || /^[\p{Ll}”)）」]/u.test(text) ? 1 : 0,
    SPOKEN.test(text) ? 1 : 0,
    /\d/u.test(text) ? 1 : 0,
    /\[\d+\]|\(\d{4}[a-z]?\)|et al\.|[图表式]\s?\d|(?:figure|table|section|equation)\s?\d/iu.test(text)
      ? 1
      : 0,
    Math.min(1, width / 100),
    Math.min(2, width / 250),
    mean(shares) * 10,
    Math.max(0, ...shares) * 2,
    mean(keys.map(rarityOf)),
    title.length === 0 ? 0 : inTitle / Math.sqrt(title.length),
    Math.log(1 + keys.length),
  ];
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
