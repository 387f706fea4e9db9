import { findDates } from '../../text/dates';
import { isCjk } from '../../text/characters';
import type { Sentence } from '../../text/sentence';
import { BILL_NAMES } from '../../text/lexicon/bill';
import { anyOf } from '../../text/words';
import { readingWidth } from './clauses';
import { isStatement } from './noise';

/** A title that ends with a word for a kind of document. */
const KIND = new RegExp(
  `${anyOf(
    '合同, 协议, 协议书, 报告, 通知, 公告, 方案, 说明书, 手册, 指南, 标准, 规范, 办法, 制度, 规定, 纪要',
    '发票, 简历, 论文, 白皮书, 邀请函, 证明, 报价单, 收据, 借条, 欠条, agreement, contract, invoice, report, manual, guide, proposal',
    'policy, specification, letter, memorandum, whitepaper, plan, notice',
  )}s?\\s*(?:[（(].{1,20}[)）])?$`,
  'iu',
);
/** Lines that are not titles: names of illustrations, parts and fields, such as `Table 5` or `Verkäufer`. */
export const NO_TITLE = new RegExp(
  `^${anyOf(
    '(?:table|figure|fig\\.?|chart|page|appendix|annex)\\s*[\\dA-Z]{0,3}\\.?',
    '(?:表|图|附件|附表|附录)\\s*[\\dA-Z一二三四五六七八九十]{0,3}',
    'abstract, summary, contents, scanned copy, zuzüglich.*, zzgl\\..*, seite.*, 摘\\s*要, 目\\s*录',
    '(?:ver)?käufer, rechnungsempfänger, vendeur, acheteur, seller, buyer, bill to, ship to',
    'modes? de règlement',
  )}$`,
  'iu',
);
/** The name of a bill with its number, without spaces: `invoiceno.4471`. */
const BILL = new RegExp(`^${BILL_NAMES}(?:n[ro°º])?[.#]*\\p{L}{0,4}[-./\\d]*\\d$`, 'iu');
/** The end of a title that continues in the next line. */
const OPEN_END = /(?:关于|[的和与及、]|\b(?:of|the|for|and|on|in|to|with|a|an|between))$/iu;
/** The colon before a subtitle. It follows at least three words, because `Due date:` can be a label. */
const SUBTITLE = /^([\p{L}’'-]+(?: [\p{L}’'-]+){2,}): (?=\p{Lu})/u;
const SALUTATION = /^(?:dear|sehr geehrte|hello)\b|^尊敬的|^致[:：]/iu;
/** The subject of a letter before its salutation: `Re: …`. */
const SUBJECT = /^(?:re|subject|betreff|betr\.?|主题|事由)\s*[:：]\s*(\S.{3,100})$/iu;
/** Maximum width of a title, in columns. A CJK character is two columns wide. */
const WIDEST = 120;
/** Minimum width of a sentence of running text, in columns. */
const LEAST_TEXT = 60;
/** Minimum width of a heading that does not fit into one line, in columns. */
const LEAST_WRAPPED = 50;
/** Number of lines at the top of the first page among which the title is searched. */
const TOP_LINES = 15;

/**
 * Returns the title at the top of a document: a line with the kind of document, else a heading, else the
 * first line that can be a title. Empty when there is none.
 */
export function titleOf(sentences: readonly Sentence[]): string {
  const top = sentences
    .filter((sentence) => sentence.page === sentences[0]?.page)
    .slice(0, TOP_LINES)
    .filter(
      (sentence, index, all) => !isLater(sentence, all[index - 1]) && isTitleLike(sentence, index === 0),
    );
  const named = top.find(({ text }) => KIND.test(text.trim()) || isNumberedBill(text));
  // A line below running text is the heading of a part, not the title of the document.
  const firstText = sentences.find(isRunningText)?.number ?? Number.POSITIVE_INFINITY;
  const whole = top.filter(
    (sentence, index) =>
      sentence.number < firstText &&
      (!OPEN_END.test(sentence.text.trim()) || areOneTitle(sentence, top[index + 1])),
  );
  const heading = whole.find((sentence) => sentence.kind === 'heading');
  const chosen = named ?? heading ?? whole[0];
  if (chosen === undefined) return '';
  const line = chosen.text.replace(/\s+/gu, ' ').trim();
  const at = top.indexOf(chosen);
  const [before, after] = [top[at - 1], top[at + 1]];
  if (before !== undefined && areOneTitle(before, chosen)) return joined(before.text, line);
  const isOpen = (OPEN_END.test(line) && areOneTitle(chosen, after)) || isWrapped(chosen, after, sentences);
  const title = isOpen && after !== undefined ? joined(line, after.text.trim()) : line;
  return withoutNumber(title, line, sentences);
}

/**
 * Removes from a title the number of a page or a section. It is the number of a page if the rest of the line
 * occurs again with another number, and of a section if a later line has the number of its first part: `2.1`.
 * Other numbers belong to the title: `10 rules for the harbour`.
 */
function withoutNumber(title: string, line: string, sentences: readonly Sentence[]): string {
  const [, number, rest] = /^(\d{1,4})\.?\s+(\p{L}.*)$/u.exec(line) ?? [];
  if (number === undefined || rest === undefined) return title;
  const isRemoved = sentences.some((sentence) => {
    const other = sentence.text.replace(/\s+/gu, ' ').trim();
    const isHeader = other !== line && other.replace(/^\d{1,4} /u, '') === rest;
    return isHeader || isFirstPart(sentence, number);
  });
  return isRemoved ? title.slice(line.length - rest.length) : title;
}

/**
 * Returns the subject of a letter: the text after a label such as `Re:`, or a short line right after the
 * salutation. Empty when there is none.
 */
export function subjectOf(sentences: readonly Sentence[]): string {
  const top = sentences.slice(0, TOP_LINES * 2);
  const labelled = top.map(({ text }) => SUBJECT.exec(text.trim())?.[1]).find(Boolean);
  if (labelled !== undefined) return labelled;
  const next = top[top.findIndex(({ text }) => SALUTATION.test(text.trim())) + 1];
  const line = next?.number === 1 ? '' : (next?.text.replace(/\s+/gu, ' ').trim() ?? '');
  const isLine = line !== '' && readingWidth(line) <= WIDEST && !/[,.;:!?，。；：！？]$/u.test(line);
  return isLine ? line : '';
}

/**
 * Returns the title of a bill. A title that contains the kind of the bill (`name`) and other words is kept.
 * If it contains the number, the words after the number are removed. Any other title is replaced by the kind
 * and the number. If the kind is unknown (empty), the title is kept.
 */
export function billTitle(title: string, name: string, number: string): string {
  if (name === '') return title;
  const isNamed = title.toLowerCase().includes(name.toLowerCase());
  const end = number === '' ? -1 : title.indexOf(number);
  if (isNamed && end > 0) return title.slice(0, end + number.length);
  if (isNamed && title.length > name.length + 3) return title;
  return `${isNamed ? title : name} ${number}`.trim();
}

/** Returns true when two lines are one title: `国务院办公厅关于做好` / `有关工作的通知`. */
function areOneTitle(first: Sentence, second: Sentence | undefined): boolean {
  if (second === undefined) return false;
  const line = first.text.trim();
  const isNext = first.number + 1 === second.number && first.kind === second.kind;
  const isOpen = OPEN_END.test(line) || /关于.{4,}$/u.test(line);
  return isNext && isOpen && !KIND.test(line) && !/^关于/u.test(second.text.trim());
}

/**
 * Returns true for a long heading of a numbered section that continues in the next heading. A number such as
 * a year is not the number of a section.
 */
function isWrapped(first: Sentence, second: Sentence | undefined, sentences: readonly Sentence[]): boolean {
  const line = first.text.trim();
  const [number] = /^\d{1,4}(?=\.?\s)/u.exec(line) ?? [];
  const isNext = first.number + 1 === second?.number && first.kind === 'heading' && second.kind === 'heading';
  if (number === undefined || !isNext || /^[\d第]/u.test(second.text.trim())) return false;
  return readingWidth(line) >= LEAST_WRAPPED && sentences.some((other) => isFirstPart(other, number));
}

/** Returns true for a line with the number of the first part of a section: `2.1 Speed` for section `2`. */
function isFirstPart({ text }: Sentence, section: string): boolean {
  return text.trim().startsWith(`${section}.1 `);
}

/** Returns true for a long whole sentence, even if it was taken for a heading. */
function isRunningText({ text, kind }: Sentence): boolean {
  const line = text.trim();
  const isLong = readingWidth(line) >= LEAST_TEXT && /[.。]$/u.test(line);
  return isLong && kind !== 'row' && isStatement({ kind: 'text', text: line });
}

function isNumberedBill(text: string): boolean {
  return BILL.test(text.replace(/\s/gu, ''));
}

/**
 * Returns true for a sentence that is not the first one of its paragraph. Chinese sentences do not need this
 * rule, because `isTitleLike` refuses a line that ends with `。`.
 */
function isLater({ text, paragraph }: Sentence, before: Sentence | undefined): boolean {
  return paragraph === before?.paragraph && !/\p{Script=Han}/u.test(text);
}

/** Returns true for a line whose last bracket is not closed. */
function isCut(line: string): boolean {
  return /[(（][^)）]*$/u.test(line);
}

function isDate(line: string): boolean {
  const [date] = findDates(line);
  return date?.length === line.length;
}

function joined(first: string, second: string): string {
  const line = first.replace(/\s+/gu, ' ').trim();
  return `${line}${isCjk(line.slice(-1)) ? '' : ' '}${second}`;
}

/** Returns true for a line that can be a title. Only the first line can be as short as `借条`. */
function isTitleLike({ text, kind }: Sentence, isFirst: boolean): boolean {
  const line = text.trim();
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  const isShort = letters < 4 && !(isFirst && readingWidth(line.replace(/\P{L}/gu, '')) >= 4);
  if (kind === 'row' || isShort || readingWidth(line) > WIDEST) return false;
  if (isNumberedBill(line)) return true;
  if (NO_TITLE.test(line) || isDate(line) || isCut(line)) return false;
  return (
    !/^[*※]|[。；;]$|[\u3040-\u9fff]\.$|[:：]|@|https?:/u.test(
      kind === 'heading' ? line.replace(SUBTITLE, '$1 ') : line,
    ) && letters > line.replace(/\s/gu, '').length / 2
  );
}
