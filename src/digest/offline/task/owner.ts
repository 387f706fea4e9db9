import { EN_MODAL, ZH_MODAL, ZH_NOT_MODAL } from '../../../text/lexicon/duty';
import { CHINESE_PARTY, ENGLISH_PARTY } from '../../../text/lexicon/parties';
import { OWNER_BEHIND, TASK_LABEL } from '../../../text/lexicon/task';
import { wordsOf } from '../../../text/words';

/** The name of a contract party in Chinese, such as `甲方`, at the beginning of a clause. */
const ZH_SUBJECT = new RegExp(
  `^[\\s\\d.、（()）第条款一二三四五六七八九十]*(?:由|如|若|经)?(${CHINESE_PARTY})(?!的|书面|同意|或|和|与|及)`,
  'u',
);
const ZH_PARTY = new RegExp(CHINESE_PARTY, 'u');
/** Other Chinese forms that name the owner: `由X牵头`, `X负责`, `各市（州）于…`. */
const ZH_NAMED = [
  /由([\p{Script=Han}、]{2,16}?)(?:牵头|负责|跟进|提供|完成|将|组织|汇总|统一)/u,
  /^[-•\s]*(?:后续|会后)?\s*([\p{Script=Han}]{2,4}(?:[、，][\p{Script=Han}]{2,4})+)(?:牵头|负责|跟进)/u,
  /^(?:各[\p{Script=Han}（）()、]{1,16}?|省级部门)(?=要|应|须|需|于|将|在)/u,
];
const NAME = "\\p{Lu}[\\p{L}'’-]+";
const FULL_NAME = `${NAME}(?: ${NAME})?`;
/** English names before a verb of duty: `Ann and Ben will …`. */
const EN_NAMED = new RegExp(
  [
    '^[\\s•*\\-–]*',
    `(${FULL_NAME}(?:(?:, and |,? and |, |/| & )${FULL_NAME})*)`,
    '\\s+(?:will|to|agrees to|needs? to|should|must)\\s',
  ].join(''),
  'u',
);
/** Words with a capital that are not names. */
const NO_NAME = new RegExp(
  `^(?:\\p{L}{3,}(?:[^mr]ed|ion)|${wordsOf(
    'The This That These Those It There We They You What Which Who',
    'If When In Need Would Also All Link Action How',
  ).join('|')})\\b`,
  'u',
);
/**
 * A relative clause before a verb of duty. In `The Company has rules that all employees are required to
 * sign`, signing is not a duty of the Company.
 */
const RELATIVE = /\b(?:that|which|who|whom|as)\s+(?:[\p{L}'’-]+\s+){0,8}$/u;

/**
 * Returns the person or party that has to do the task, in the words of the passage (a sentence or a part of
 * one). Returns an empty text when the passage does not make this clear.
 */
export function ownerOf(passage: string, isHan: boolean): string {
  const behind = OWNER_BEHIND.exec(passage);
  const named = behind?.slice(1).find((name) => name !== undefined);
  if (named !== undefined) return named.trim();
  const subject = subjectOf(passage, isHan);
  if (subject !== '') return subject;
  if (!isHan) {
    const name = EN_NAMED.exec(passage.replace(TASK_LABEL, ''))?.[1] ?? '';
    return NO_NAME.test(name) ? '' : name;
  }
  for (const pattern of ZH_NAMED) {
    const match = pattern.exec(passage);
    if (match === null) continue;
    const named = (match[1] ?? match[0]).trim();
    // In `由乙方免费提供`, the owner is only `乙方`.
    const party = ZH_PARTY.exec(named);
    return party?.index === 0 ? party[0] : named;
  }
  return '';
}

/** Returns the contract party before the verb of duty, or an empty text if the passage has none. */
export function subjectOf(passage: string, isHan: boolean): string {
  if (isHan) {
    const modal = passage.replace(ZH_NOT_MODAL, (word) => '\u3000'.repeat(word.length)).search(ZH_MODAL);
    const before = modal < 0 ? passage : passage.slice(0, modal);
    const clause =
      before
        .split(/[，；：。,;]/u)
        .reverse()
        .find((part) => ZH_PARTY.test(part)) ?? '';
    return ZH_SUBJECT.exec(clause)?.[1] ?? '';
  }
  for (const { index } of passage.matchAll(MODALS)) {
    const before = passage.slice(0, index);
    if (RELATIVE.test(before)) continue;
    return (EN_SUBJECT.exec(before.trimEnd())?.[1] ?? '').replace(/^(?:The|Such)\s+/iu, '');
  }
  return '';
}

const MODALS = new RegExp(`${EN_MODAL.source}|\\bwill\\b`, 'giu');
const EN_SUBJECT = new RegExp(
  `(?:^|[\\s(])(${ENGLISH_PARTY})(?:\\s+and\\s+${ENGLISH_PARTY})?\\s*(?:,[^,]{1,60},\\s*)?$`,
  'iu',
);
