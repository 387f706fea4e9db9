import type { Digest } from '../digest/digest';
import { allMessages } from '../i18n/messages';
import { lazily } from '../lazily';
import type { NoteLayout, TagLayout } from './content';
import { cleanTag } from './escape/tag';

/**
 * Groups of words for the same subject, in Chinese and English. `synonyms` adds one group for each kind of
 * document.
 */
const SUBJECTS =
  '合同 协议 agreement, 发票 账单 bill, 租赁 lease rent, 保险 insurance, 税务 tax, 财务 finance accounting, ' +
  '法律 legal law, 采购 procurement purchasing, 报销 expense, 薪资 工资 salary payroll, 培训 training, ' +
  '会议 meeting, 项目 project, 客户 customer client, 供应商 supplier vendor, 研究 research, 医疗 health medical, ' +
  '教育 education, 付款 payment, 银行 bank banking, 房产 property estate, 旅行 travel, 安全 security safety, ' +
  '人事 hr personnel, 技术 technology, 软件 software, 设备 equipment, 服务 service, 质量 quality';

/** Maps each word to all words of its group. */
const synonyms = lazily((): ReadonlyMap<string, readonly string[]> => {
  const kinds = Object.keys(allMessages()[0]?.note.kinds ?? {}).map((kind) => [
    kind,
    ...allMessages().map(({ note }) => note.kinds[kind as keyof typeof note.kinds]),
  ]);
  const groups = [...SUBJECTS.split(', ').map((group) => group.split(' ')), ...kinds].map((group) =>
    group.map(keyOf),
  );
  const words = new Map<string, string[]>();
  for (const group of groups)
    for (const word of group) words.set(word, [...(words.get(word) ?? []), ...group]);
  return words;
});

/**
 * Returns the form in which tags are compared: lower case, without spaces, hyphens and underscores, English
 * words in the singular.
 */
function keyOf(tag: string): string {
  const word = tag
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
  if (!/^[a-z]{4,}$/.test(word) || /(?:ss|us|is|^news)$/.test(word)) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(s|x|ch|sh)es$/, '$1')
    .replace(/s$/, '');
}

/**
 * Returns the digest with the tags for its note. A tag of the vault replaces an equal tag of the digest.
 * Case, spaces, hyphens, the plural and the language (Chinese or English) make no difference, and the last
 * part of a tag is enough: `contract` is equal to `work/contract`. If the vault has several equal tags, the
 * most used tag is chosen. The kind of the document becomes a tag if the vault has a tag for it.
 */
export function withVaultTags(digest: Digest, { tags: configured, digestTags }: NoteLayout): Digest {
  if (digestTags === undefined) return digest;
  const { policy } = digestTags;
  if (policy === 'none') return { ...digest, tags: [] };
  const always = new Set(configured.map(keyOf));
  const own = digest.tags.map(cleanTag).filter((tag) => tag !== '' && !always.has(keyOf(tag)));
  const known = policy === 'new' ? new Map<string, string>() : byKey(digestTags, always);
  const chosen = own.flatMap((tag) => {
    const there = knownTag(tag, known);
    if (there !== undefined) return [there];
    return policy === 'only' ? [] : [digestTags.prefix + tag];
  });
  const ofKind = digest.documentType === 'other' ? undefined : knownTag(digest.documentType, known);
  return { ...digest, tags: [...new Set([...chosen, ...(ofKind === undefined ? [] : [ofKind])])] };
}

/**
 * Returns the tags of the vault by key. Each tag has two keys: `keyOf` of the whole tag, and `keyOf` of its
 * last part.
 */
function byKey({ known }: TagLayout, always: ReadonlySet<string>): ReadonlyMap<string, string> {
  const tags = known.filter((tag) => !always.has(keyOf(tag)));
  const whole = tags.map((tag) => [keyOf(tag), tag] as const);
  const ends = tags.map((tag) => [keyOf(tag.slice(tag.lastIndexOf('/') + 1)), tag] as const);
  // If a key occurs twice, a Map keeps the last entry. So the most used tags come last, and the keys of whole
  // tags come after the keys of last parts.
  return new Map([...ends.reverse(), ...whole.reverse()]);
}

function knownTag(tag: string, known: ReadonlyMap<string, string>): string | undefined {
  const key = keyOf(tag);
  const keys = [key, ...(synonyms().get(key) ?? [])];
  return keys.map((each) => known.get(each)).find((found) => found !== undefined);
}
