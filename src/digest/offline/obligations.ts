import type { DraftAction, DraftDue } from '../../llm/draft';
import { findDeadlines } from '../../text/deadlines';
import type { Deadline } from '../../text/deadlines';
import type { DocumentType } from '../digest';
import type { Sentence } from '../../text/sentence';
import { clausesOf, readingWidth, shorten } from './clauses';
import { isBoilerplate, isMostlyCjk } from './noise';
import { CHINESE_PARTY, ENGLISH_PARTY } from './parties';

/** Something the document asks for, with how much it reads like a task. */
export interface Obligation {
  readonly action: DraftAction;
  readonly score: number;
}

const ZH_MODAL = /(?:应当|应该|应|须|必须|务必|需要?|负责|承诺|保证)(?!用|收|付款项|急|对方|求|税)/u;
const ZH_REQUEST = /(?:^|[，。；])(?:请|敬请)(?=.{2,})|(?:截止|截至|最迟|不得迟于|逾期)/u;
const EN_MODAL = /\b(?:shall|must|agrees? to|(?:is|are) (?:required|obliged|obligated) to|undertakes? to|is responsible for|are responsible for|needs? to|(?:is|are) due|due (?:on|by|within)|has to|have to)\b/iu;
const EN_REQUEST = /(?:^|[.;:]\s*)(?:please|kindly)\s+\w+/iu;

/** Verbs of things that get done and ticked off. */
const ZH_DEED = /支付|付清|缴纳|交纳|汇入|提交|交付|提供|通知|开具|办理|完成|归还|返还|退还|报送|寄送|送达|安装|验收|备案|登记|续签|签署|确认|答复|回复|更换|修复|整改|参加|出席|填写|上报|搬离|腾退|采购|发货|培训|开通|移交|披露/u;
const EN_DEED = /\b(?:pay|paid|submit|deliver|provide|notify|return|complete|respond|register|furnish|send|give|file|report|sign|execute|obtain|maintain|install|repair|replace|refund|reimburse|remit|issue|renew|apply|attend|confirm|review|prepare|transfer|destroy|cease|invoice|payment|contact|fill)\b/iu;
/** Rights, definitions, liabilities and the nature of things: worded like duties, but nothing to do. */
const ZH_NO_TASK = /有权|应(?:视为|理解|被视|适用|以.{0,12}为准|属于|包括)|不应|无需|无须|不需要|是指|承担(?:全部|相应|违约|赔偿|连带|法律|一切)?.{0,6}(?:责任|损失)|由.{0,10}管辖|不可抗力/u;
const EN_NO_TASK = /\b(?:shall (?:be deemed|mean|have the right|be governed|be construed|constitute|remain|survive|apply|include|not be liable|commence|continue|prevail|take precedence|have no|inure)|(?:shall|must) not|may not|means|is entitled to|must have been|must be (?:noted|true))\b/iu;

const WIDEST = 260;

/** Sentences that may hold an action: everything but what ranking would call furniture. */
export function obligationsIn(sentence: Sentence, type: DocumentType): Obligation[] {
  const text = sentence.text;
  if (sentence.kind === 'heading' || sentence.kind === 'row' || isBoilerplate(text) || text.includes('___')) return [];
  const chinese = isMostlyCjk(text);
  return passagesOf(text, chinese).flatMap((passage) => {
    const obligation = read(passage, sentence, chinese, type);
    return obligation === undefined ? [] : [obligation];
  });
}

/**
 * A sentence is cut where another party's duty begins (甲方应…，乙方应…), so that each passage has one subject. A
 * condition stays with the duty after it.
 */
function passagesOf(text: string, chinese: boolean): string[] {
  const passages: string[] = [];
  let from = 0;
  let obliged = false;
  for (const clause of clausesOf(text)) {
    const words = text.slice(clause.at, clause.end);
    const subject = chinese ? subjectOf(words, true) : '';
    if (subject !== '' && obliged && ZH_MODAL.test(words)) {
      passages.push(text.slice(from, clause.at));
      from = clause.at;
      obliged = false;
    }
    obliged = obliged || (chinese ? ZH_MODAL : EN_MODAL).test(words);
  }
  passages.push(text.slice(from));
  return passages.map((passage) => passage.trim()).filter((passage) => passage !== '');
}

function read(passage: string, sentence: Sentence, chinese: boolean, type: DocumentType): Obligation | undefined {
  const deadlines = findDeadlines(passage);
  const modal = (chinese ? ZH_MODAL : EN_MODAL).test(passage);
  const request = (chinese ? ZH_REQUEST : EN_REQUEST).test(passage);
  if (!modal && !request) return undefined;
  const owner = subjectOf(passage, chinese);
  const score = taskScore(passage, chinese, type, { modal, request, timed: deadlines.length > 0, owned: owner !== '' });
  if (score < LEAST_SCORE) return undefined;
  const text = shorten(withoutListNumber(passage), WIDEST);
  if (readingWidth(text) < 14) return undefined;
  const shown = deadlines.find((deadline) => text.includes(deadline.text.replace(/\s+/gu, ' ')));
  const action = { text, owner, quote: text, refs: [sentence.number], due: dueOf(shown) };
  return { action, score };
}

/** From this score on, a passage reads like a task. */
const LEAST_SCORE = 2.5;

interface Signs {
  readonly modal: boolean;
  readonly request: boolean;
  readonly timed: boolean;
  readonly owned: boolean;
}

function taskScore(passage: string, chinese: boolean, type: DocumentType, signs: Signs): number {
  let score = 0;
  if (signs.timed) score += 2;
  if (signs.modal) score += 1;
  if (signs.request) score += 1.5;
  if (signs.owned) score += 1;
  if ((chinese ? ZH_DEED : EN_DEED).test(passage)) score += 1;
  if ((chinese ? ZH_NO_TASK : EN_NO_TASK).test(passage)) score -= 2.5;
  if (/不得|禁止/u.test(passage)) score -= 1.5;
  if (/^(?:如|若|如果|倘若|因|if|in the event|should)\b?/iu.test(passage)) score -= 0.5;
  if (type === 'paper') score -= 2;
  if (readingWidth(passage) > 320) score -= 0.5;
  return score;
}

/** Who has to do it: the party named before the modal verb. Empty when it is not plain. */
export function subjectOf(passage: string, chinese: boolean): string {
  const modal = (chinese ? ZH_MODAL : EN_MODAL).exec(passage);
  const before = modal === null ? passage : passage.slice(0, modal.index);
  if (chinese) {
    const clause = before.split(/[，；：。,;]/u).reverse().find((part) => new RegExp(CHINESE_PARTY, 'u').test(part)) ?? '';
    return new RegExp(`^[\\s\\d.、（()）第条款一二三四五六七八九十]*(?:由|如|若|经)?(${CHINESE_PARTY})(?!的|书面|同意|或|和|与|及)`, 'u').exec(clause)?.[1] ?? '';
  }
  const found = new RegExp(`(?:^|[\\s(])(${ENGLISH_PARTY})(?:\\s+and\\s+${ENGLISH_PARTY})?\\s*(?:,[^,]{1,60},\\s*)?$`, 'u').exec(before.trimEnd())?.[1] ?? '';
  return found.replace(/^(?:The|Such)\s+/u, '');
}

function withoutListNumber(passage: string): string {
  return passage.replace(/^\s*(?:[（(]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[一二三四五六七八九十]{1,3}|[a-z]|[ivx]{1,4})[)）.、．]|[•●▪◆■\-–*])\s*(?=\S)/iu, '');
}

function dueOf(deadline: Deadline | undefined): DraftDue {
  if (deadline === undefined) return { kind: 'none', text: '', date: '' };
  const kind = deadline.kind === 'unclear' ? 'relative' : deadline.kind;
  return { kind, text: deadline.text, date: deadline.date ?? '' };
}
