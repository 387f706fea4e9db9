import type { Sentence } from '../../text/sentence';
import { readingWidth } from './clauses';

/** Words a document names itself with. */
const KIND =
  /(?:合同|协议|协议书|报告|通知|公告|方案|说明书|手册|指南|标准|规范|办法|制度|规定|纪要|发票|简历|论文|白皮书|邀请函|证明|agreement|contract|invoice|report|manual|guide|proposal|policy|specification|letter|memorandum|whitepaper|plan|notice)s?\s*(?:[（(].{1,20}[)）])?$/iu;
const WIDEST = 120;
/** Lines at the top of the first page among which the title is looked for. */
const TOP_LINES = 15;

/** The document's title as it stands at its top: a heading, or a line that names the kind of document. */
export function titleOf(sentences: readonly Sentence[]): string {
  const top = sentences
    .filter((sentence) => sentence.page === sentences[0]?.page)
    .slice(0, TOP_LINES)
    .filter(isTitleLike);
  const named = top.find((sentence) => KIND.test(sentence.text.trim()));
  const heading = top.find((sentence) => sentence.kind === 'heading');
  const chosen = named ?? heading ?? top[0];
  return chosen === undefined ? '' : chosen.text.replace(/\s+/gu, ' ').trim();
}

function isTitleLike({ text, kind }: Sentence): boolean {
  const line = text.trim();
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  if (kind === 'row' || letters < 4 || readingWidth(line) > WIDEST) return false;
  return !/[。；;]$|[:：]|@|https?:/u.test(line) && letters > line.replace(/\s/gu, '').length / 2;
}
