import { digestOffline } from '../../../src/digest/offline/digest-offline';
import { lead, lexRank } from './baselines';
import { documentsOf, sentencesOf, withoutAbstract, type Block, type Doc, type Half } from './data';
import { meanOf, type Figure } from './report';
import { rouge, tokensOf } from './rouge';

interface SummarySet {
  readonly what: string;
  readonly file: string;
  readonly blocks: (doc: Doc) => readonly Block[];
  /** The minimum ROUGE-1. */
  readonly target?: number;
  /** The minimum ROUGE-1, if it depends on the half of the data. */
  readonly targets?: Readonly<Record<Half, number>>;
}

/**
 * Minimum gain in ROUGE-1 over the first version of the engine, for papers without their abstracts. A
 * prototype had this gain on a larger set of papers.
 */
const GAIN = { en: 1.9, zh: 2.9 } as const;
/** The ROUGE-1 of the first version, measured on the same papers. */
const FIRST_VERSION = { en: { train: 35.4, test: 37.9 }, zh: { train: 52, test: 53.5 } } as const;

function gained(language: 'en' | 'zh'): Record<Half, number> {
  const { train, test } = FIRST_VERSION[language];
  return { train: train + GAIN[language], test: test + GAIN[language] };
}

const SETS: readonly SummarySet[] = [
  { what: 'papers en', file: 'scisumm', blocks: ({ blocks }) => blocks, target: 72 },
  { what: 'papers en, no abstract', file: 'scisumm', blocks: withoutAbstract, targets: gained('en') },
  { what: 'papers zh', file: 'chinaxiv', blocks: ({ blocks }) => blocks, target: 81 },
  { what: 'papers zh, no abstract', file: 'chinaxiv', blocks: withoutAbstract, targets: gained('zh') },
  { what: 'meetings en', file: 'qmsum_train', blocks: ({ blocks }) => blocks },
  { what: 'meetings zh, segments', file: 'vcseg', blocks: ({ blocks }) => blocks },
  { what: 'meetings zh', file: 'vcwhole', blocks: ({ blocks }) => blocks },
  { what: 'terms of service', file: 'legal', blocks: ({ blocks }) => blocks },
  { what: 'news zh', file: 'clts', blocks: ({ blocks }) => blocks },
];

/**
 * Returns the ROUGE scores of the offline engine and of two baselines: the first sentences, and LexRank. The
 * baselines are cut to the length of the reference summary.
 */
export async function summaryFigures(folder: string, half: Half): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const set of SETS) figures.push(await figureOf(set, folder, half));
  return figures;
}

async function figureOf(set: SummarySet, folder: string, half: Half): Promise<Figure> {
  const scores: Record<'r1' | 'r2' | 'rl' | 'cut' | 'lead' | 'lexRank' | 'length', number[]> = {
    r1: [],
    r2: [],
    rl: [],
    cut: [],
    lead: [],
    lexRank: [],
    length: [],
  };
  const docs = await documentsOf(folder, set.file, half);
  for (const doc of docs) {
    const sentences = sentencesOf(set.blocks(doc));
    const { summary } = digestOffline({ sentences, pageCount: 1, notRead: [] }).digest;
    const reference = tokensOf(doc.ref ?? '');
    const made = tokensOf(summary.map(({ text }) => text).join('\n'));
    const texts = sentences.map(({ text }) => text);
    const { r1, r2, rl } = rouge(made, reference);
    scores.r1.push(r1);
    scores.r2.push(r2);
    scores.rl.push(rl);
    scores.length.push(made.length / Math.max(1, reference.length));
    scores.cut.push(rouge(made.slice(0, reference.length), reference).r1);
    scores.lead.push(rouge(lead(texts, reference.length), reference).r1);
    scores.lexRank.push(rouge(lexRank(texts, reference.length), reference).r1);
  }
  const mean = (name: keyof typeof scores): string => meanOf(scores[name]).value.toFixed(1);
  const others = `R2 ${mean('r2')} RL ${mean('rl')}, at the reference's length ${mean('cut')}`;
  const beside = `${others}; lead ${mean('lead')}, LexRank ${mean('lexRank')}; length x${mean('length')}`;
  const target = set.targets?.[half] ?? set.target;
  const figure = { what: `summary: ${set.what}, R1`, items: docs.length, ...meanOf(scores.r1), beside };
  return target === undefined ? figure : { ...figure, target };
}
