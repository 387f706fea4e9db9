import type { DraftAction, DraftDue } from '../../llm/answer/draft';
import { findDeadlines } from '../../text/deadlines';
import type { Deadline } from '../../text/deadlines';
import type { DocumentType } from '../digest';
import { clausesOf, readingWidth, shorten, withoutMarker } from './clauses';
import { endsAsSentence, isBoilerplate, isMostlyCjk, isNoise } from './noise';
import { CHINESE_PARTY, ENGLISH_PARTY } from '../../text/lexicon/parties';
import type { Unit } from './units';

/** Something the document asks for, with how much it reads like a task. */
export interface Obligation {
  readonly action: DraftAction;
  readonly score: number;
}

const ZH_MODAL = /应当|应该|应|必须|务必|须|需|负责|承诺|保证/u;
/** Words that contain one of these without obliging anyone. */
const ZH_NOT_MODAL = /供应|相应|对应|适应|反应|响应|效应|应用|应急|应付|应收|应对|应税|应届|应答|无须|所需|急需|无需|必需|按需|需求|需方|需要乙方|需要甲方|保证金|保证人|保证期|保证书|负责人/gu;
const ZH_REQUEST = /(?:^|[，。；])(?:请|敬请)(?!见|参|勿|求|问|注意)(?=.{2,})|截止(?:日期|时间)|最迟|不得迟于/u;
const EN_MODAL = /\b(?:shall|must|agrees? to|(?:is|are) (?:required|obliged|obligated) to|undertakes? to|is responsible for|are responsible for|needs? to|(?:is|are) due|due (?:on|by|within)|has to|have to)\b/iu;
const EN_REQUEST = /(?:^|[.;:,]\s*)(?:please|kindly)\s+\w+|\b(?:ask|request|urge|remind) you to\b/iu;

const ZH_TIMED = /^[^，。；]{2,24}(?:日|底|末|月|年|周)(?:之|以)?[前内]，/u;

/** Verbs of things that get done and ticked off. */
const ZH_DEED = /支付|付清|缴纳|交纳|汇入|提交|交付|提供|通知|开具|办理|完成|更新|公布|上线|归还|返还|退还|报送|寄送|送达|安装|验收|备案|登记|续签|签署|确认|答复|回复|更换|修复|整改|参加|出席|填写|上报|搬离|腾退|采购|发货|培训|开通|移交|披露/u;
const EN_DEED = /\b(?:pay|paid|submit|deliver|provide|notify|return|complete|respond|register|furnish|send|give|file|report|sign|execute|obtain|maintain|install|repair|replace|refund|reimburse|remit|issue|renew|apply|attend|confirm|review|prepare|transfer|destroy|cease|invoice|payment|contact|fill)\b/iu;
/** Rights, definitions, liabilities and the nature of things: worded like duties, but nothing to do. */
const ZH_NO_TASK = /有权|应(?:视为|理解|被视|适用|以.{0,12}为准|属于|包括)|不应|无需|无须|不需要|是指|承担(?:全部|相应|违约|赔偿|连带|法律|一切)?.{0,6}(?:责任|损失)|由.{0,10}管辖|不可抗力/u;
const EN_NO_TASK = /\b(?:shall (?:be deemed|mean|have the right|be governed|be construed|constitute|remain|survive|apply|include|not be liable|commence|continue|prevail|take precedence|have no|inure)|(?:shall|must) not|may not|means|is entitled to|must have been|must be (?:noted|true))\b/iu;

const WIDEST = 260;

/** The passages of a sentence that read like tasks. */
export function obligationsIn(unit: Unit, type: DocumentType): Obligation[] {
  const { text } = unit;
  if (unit.kind === 'heading' || unit.kind === 'row' || !hasCue(text) || isBoilerplate(text) || isNoise(text)) return [];
  const chinese = isMostlyCjk(text);
  return passagesOf(text, chinese).flatMap((passage) => {
    const obligation = read(passage, unit, chinese, type);
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
    if (subject !== '' && obliged && obliges(words, true)) {
      passages.push(text.slice(from, clause.at));
      from = clause.at;
      obliged = false;
    }
    obliged = obliged || obliges(words, chinese);
  }
  passages.push(text.slice(from));
  return passages.map((passage) => passage.trim()).filter((passage) => passage !== '');
}

function read(passage: string, unit: Unit, chinese: boolean, type: DocumentType): Obligation | undefined {
  const modal = obliges(passage, chinese);
  const request = (chinese ? ZH_REQUEST : EN_REQUEST).test(passage);
  if (!modal && !request && !opensWithDeadline(passage)) return undefined;
  const deadlines = findDeadlines(passage);
  const owner = subjectOf(passage, chinese);
  const score = taskScore(passage, chinese, type, {
    modal,
    request,
    timed: deadlines.some((deadline) => deadline.kind !== 'recurring'),
    recurring: deadlines.some((deadline) => deadline.kind === 'recurring'), 
    owned: owner !== '',
  });
  if (score < LEAST_SCORE) return undefined;
  const text = shorten(withoutMarker(passage), WIDEST);
  if (readingWidth(text) < 14 || !(endsAsSentence(text) || unit.text.length > text.length || unit.kind === 'list-item')) return undefined;
  const shown = deadlines.find((deadline) => text.includes(deadline.text.replace(/\s+/gu, ' ')));
  const action = { text, owner, quote: text, refs: unit.numbers, due: dueOf(shown) };
  return { action, score };
}

/** From this score on, a passage reads like a task. */
const LEAST_SCORE = 2.5;

interface Signs {
  readonly modal: boolean;
  readonly request: boolean;
  readonly timed: boolean;
  readonly recurring: boolean;
  readonly owned: boolean;
}

function taskScore(passage: string, chinese: boolean, type: DocumentType, signs: Signs): number {
  let score = 0;
  if (signs.timed) score += 2;
  else if (signs.recurring) score += 1;
  if (signs.modal) score += 1;
  if (signs.request) score += 1.5;
  if (signs.owned) score += 1;
  if ((chinese ? ZH_DEED : EN_DEED).test(passage)) score += 1;
  if ((chinese ? ZH_NO_TASK : EN_NO_TASK).test(passage)) score -= 2.5;
  if (/不得|禁止/u.test(passage)) score -= 1.5;
  if (/^(?:如|若|倘若|因|(?:if|in the event|should)\b)/iu.test(passage)) score -= 0.5;
  if (type === 'paper') score -= 2;
  if (type === 'manual') score -= 1.5;
  if (readingWidth(passage) > 320) score -= 0.5;
  return score;
}

/** Who has to do it: the party named before the modal verb. Empty when it is not plain. */
export function subjectOf(passage: string, chinese: boolean): string {
  const modal = modalAt(passage, chinese);
  const before = modal < 0 ? passage : passage.slice(0, modal);
  if (chinese) {
    const clause = before.split(/[，；：。,;]/u).reverse().find((part) => new RegExp(CHINESE_PARTY, 'u').test(part)) ?? '';
    return new RegExp(`^[\\s\\d.、（()）第条款一二三四五六七八九十]*(?:由|如|若|经)?(${CHINESE_PARTY})(?!的|书面|同意|或|和|与|及)`, 'u').exec(clause)?.[1] ?? '';
  }
  const found = new RegExp(`(?:^|[\\s(])(${ENGLISH_PARTY})(?:\\s+and\\s+${ENGLISH_PARTY})?\\s*(?:,[^,]{1,60},\\s*)?$`, 'u').exec(before.trimEnd())?.[1] ?? '';
  return found.replace(/^(?:The|Such)\s+/u, '');
}

/** Where the first word of obligation stands; -1 when there is none. */
function modalAt(text: string, chinese: boolean): number {
  if (!chinese) return text.search(EN_MODAL);
  return text.replace(ZH_NOT_MODAL, (word) => '\u3000'.repeat(word.length)).search(ZH_MODAL);
}

function obliges(text: string, chinese: boolean): boolean {
  return modalAt(text, chinese) >= 0;
}

/** Cheap, because most sentences of a long document have no cue at all. */
function hasCue(text: string): boolean {
  return [ZH_MODAL, EN_MODAL, ZH_REQUEST, EN_REQUEST, ZH_TIMED].some((cue) => cue.test(text));
}

/** `2026年3月31日前，完成…`: a plan's item, without a word of obligation. */
function opensWithDeadline(passage: string): boolean {
  return ZH_TIMED.test(withoutMarker(passage)) && ZH_DEED.test(passage);
}

function dueOf(deadline: Deadline | undefined): DraftDue {
  if (deadline === undefined) return { kind: 'none', text: '', date: '' };
  const kind = deadline.kind === 'unclear' ? 'relative' : deadline.kind;
  return { kind, text: deadline.text, date: deadline.date ?? '' };
}
