import { digestOffline } from '../../../src/digest/offline/digest-offline';
import { documentsOf, sentencesOf, type Half } from './data';
import { meanOf, shareOf, type Figure } from './report';
import { tokensOf } from './rouge';
import { stem } from './stem';

const SETS: readonly { readonly file: string; readonly target?: number; readonly isKeyLineOut?: true }[] = [
  { file: 'kp_semeval', target: 22.3 },
  { file: 'kp_nguyen', target: 22.3 },
  { file: 'kp_inspec', target: 17.8 },
  { file: 'kp_kdd' },
  { file: 'kp_theses' },
  { file: 'kp_wikinews_fr' },
  { file: 'kp_csl' },
  { file: 'chinaxiv' },
  { file: 'chinaxiv', target: 15.4, isKeyLineOut: true },
];
const MOST_TAGS = 8;
const KEY_LINE = /^\s*(?:关键词|关键字|key\s?words)/iu;
/** If more than this share of the documents have a tag, the tag is too common to be useful. */
const COMMON = 0.08;

/**
 * Returns the F1 of the first eight tags, and the share of tags that are too common. A tag is correct if its
 * stem is the stem of a keyword of the authors.
 */
export async function tagFigures(folder: string, half: Half): Promise<Figure[]> {
  const figures: Figure[] = [];
  const given = new Map<string, { tags: string[]; documents: number }>();
  for (const { file, target, isKeyLineOut } of SETS) {
    const docs = await documentsOf(folder, file, half);
    const scores = docs.map(({ blocks, keys = [], lang }) => {
      const read = isKeyLineOut === true ? blocks.filter(({ text }) => !KEY_LINE.test(text)) : blocks;
      const { tags } = digestOffline({ sentences: sentencesOf(read), pageCount: 1, notRead: [] }).digest;
      const set = given.get(lang) ?? { tags: [], documents: 0 };
      given.set(lang, { tags: [...set.tags, ...new Set(tags.map(keyOf))], documents: set.documents + 1 });
      return f1(tags.slice(0, MOST_TAGS).map(keyOf), keys.map(keyOf));
    });
    const what = `tags: ${file}${isKeyLineOut === true ? ' without its keywords line' : ''}, F1@8`;
    figures.push({
      what,
      items: docs.length,
      ...meanOf(scores),
      ...(target === undefined ? {} : { target }),
    });
  }
  for (const [lang, { tags, documents }] of given) {
    if (documents < 40) continue;
    const counts = new Map<string, number>();
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const common = tags.filter((tag) => (counts.get(tag) ?? 0) > documents * COMMON).length;
    figures.push({
      what: `tags ${lang}: given to many documents`,
      items: tags.length,
      ...shareOf(common, tags.length),
    });
  }
  return figures;
}

function keyOf(phrase: string): string {
  return tokensOf(phrase).map(stem).join(' ');
}

function f1(made: readonly string[], wanted: readonly string[]): number {
  const [own, keys] = [new Set(made), new Set(wanted)];
  const hits = [...own].filter((key) => keys.has(key)).length;
  return hits === 0 ? 0 : (200 * hits) / (own.size + keys.size);
}
