import type { DraftAction, DraftDue } from '../../llm/draft';
import { findDeadlines } from '../../text/deadlines';
import type { Deadline } from '../../text/deadlines';
import type { DocumentType } from '../digest';
import { clausesOf, readingWidth, shorten, withoutMarker } from './clauses';
import { endsAsSentence, isBoilerplate, isMostlyCjk, isNoise } from './noise';
import {
  EN_DEED,
  EN_MODAL,
  EN_NO_TASK,
  EN_REQUEST,
  ZH_DEED,
  ZH_MODAL,
  ZH_NO_TASK,
  ZH_NOT_MODAL,
  ZH_REQUEST,
  ZH_TIMED,
} from '../../text/lexicon/duty';
import { CHINESE_PARTY, ENGLISH_PARTY } from '../../text/lexicon/parties';
import type { Unit } from './units';

/** Something the document asks for, with how much it reads like a task. */
export interface Obligation {
  readonly action: DraftAction;
  readonly score: number;
}

const WIDEST = 260;

/** The passages of a sentence that read like tasks. */
export function obligationsIn(unit: Unit, type: DocumentType): Obligation[] {
  const { text } = unit;
  if (unit.kind === 'heading' || unit.kind === 'row' || !hasCue(text) || isBoilerplate(text) || isNoise(text))
    return [];
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
  if (
    readingWidth(text) < 14 ||
    !(endsAsSentence(text) || unit.text.length > text.length || unit.kind === 'list-item')
  )
    return undefined;
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
function subjectOf(passage: string, chinese: boolean): string {
  const modal = modalAt(passage, chinese);
  const before = modal < 0 ? passage : passage.slice(0, modal);
  if (chinese) {
    const clause =
      before
        .split(/[，；：。,;]/u)
        .reverse()
        .find((part) => new RegExp(CHINESE_PARTY, 'u').test(part)) ?? '';
    return (
      new RegExp(
        `^[\\s\\d.、（()）第条款一二三四五六七八九十]*(?:由|如|若|经)?(${CHINESE_PARTY})(?!的|书面|同意|或|和|与|及)`,
        'u',
      ).exec(clause)?.[1] ?? ''
    );
  }
  const found =
    new RegExp(
      `(?:^|[\\s(])(${ENGLISH_PARTY})(?:\\s+and\\s+${ENGLISH_PARTY})?\\s*(?:,[^,]{1,60},\\s*)?$`,
      'u',
    ).exec(before.trimEnd())?.[1] ?? '';
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
