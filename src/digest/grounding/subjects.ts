import { clausesOf, counterparts, pairsAlike } from './clauses';
import type { Clause } from './clauses';
import { rolesAt, rolesIn } from './names';
import { comparable } from './quotes';

/** The most frequent family names, without those that begin many other words. */
const SURNAME = '(?!周[期末一二三四五六日]|程序|余额|马上|何时|夏季|黄金|林业|许可|曾经)[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏汪姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟钱汤尹黎贺龚]';
const ZH_NAME = `${SURNAME}[\\u4e00-\\u9fff]{1,2}?`;
const ZH_SUBJECT = new RegExp(`^(?:[\\d一二三四五六七八九十]+[.、)）]\\s*)?(?:请|由)?(${ZH_NAME}(?:[、和与及]${ZH_NAME})*)(?=负责|需|须|应|将|要|必须|承诺|牵头|提交|完成|于|在)`, 'u');
const EN_NAME = "(?!The\\b|This\\b|All\\b|Each\\b|Any\\b|No\\b|Neither\\b|Either\\b|If\\b|In\\b|Both\\b)\\p{Lu}[\\p{L}'’.-]+(?:\\s+\\p{Lu}[\\p{L}'’.-]+)+";
const EN_SUBJECT = new RegExp(`^(?:\\d+[.)]\\s*)?(${EN_NAME}(?:\\s+&\\s+${EN_NAME})*)\\s+(?:will|shall|must|should|to|agrees?|has to|is to)\\b`, 'u');

const ACTS = /^(?:应|须|需|将|要|必须|可|有权|负责|承担|保证|同意|不得|无权|无需|按|于|每|违反|逾期|提前|未|如|\s+(?:shall|must|will|may|agrees?|is|has|can)\b)/iu;

/** Whether the passage says that the owner does it: `same`, `other`, or undefined where it does not say who. */
export type Judged = 'same' | 'other' | undefined;

/**
 * `other` when a statement, or its owner, gives what one person has to do to another. Only where the passage names who
 * does it right before the verb, and the statement repeats its words.
 */
export function judgeSubject(statement: string, owner: string, passage: string): Judged {
  const read = withSubjects(passage);
  const said = withSubjects(statement).map(({ clause, subject = '' }) => ({ subject, meant: subjectsOf(clause, read) }));
  const told = said.filter(({ meant }) => meant.length > 0);
  if (told.some(({ subject, meant }) => isAnother(subject, meant))) return 'other';
  // Of several things the owner need not do all.
  if (told.length > 0 && told.every(({ meant }) => isAnother(owner, meant))) return 'other';
  return told.some(({ meant }) => meant.some((subject) => subject !== undefined && sharesRole(owner, subject))) ? 'same' : undefined;
}

interface Told {
  readonly clause: Clause;
  /** Who does it, if the sentence says so: here or in a clause before. */
  readonly subject: string | undefined;
}

function withSubjects(text: string): Told[] {
  let subject: string | undefined;
  return text.split(/[\n。]/u).flatMap((sentence) => {
    subject = undefined;
    return clausesOf(sentence.replace(/(\p{Lu}\p{L}+) and (?=\p{Lu})/gu, '$1 & ')).map((clause) => {
      subject = (ZH_SUBJECT.exec(clause.text) ?? EN_SUBJECT.exec(clause.text))?.[1] ?? partyFirst(clause.text) ?? subject;
      return { clause, subject };
    });
  });
}

/** The party a clause begins with, when it is the one who has to or may. */
function partyFirst(text: string): string | undefined {
  const [first] = rolesAt(text);
  if (first === undefined || !/^(?:\d+[.)]\s*|第.{1,4}条\s*|[一二三四五六七八九十]+、\s*)?(?:the\s+|则|请)?$/iu.test(text.slice(0, first.at))) return undefined;
  return ACTS.test(text.slice(first.end)) ? text.slice(first.at, first.end) : undefined;
}

function subjectsOf(clause: Clause, read: readonly Told[]): (string | undefined)[] {
  const clauses = read.map((each) => each.clause);
  const one = counterparts(clause, clauses);
  const meant = one.length > 0 ? one : pairsAlike(clause, clauses);
  return meant.map(({ text }) => read.find((each) => text.startsWith(each.clause.text))?.subject);
}

function isAnother(name: string, subjects: readonly (string | undefined)[]): boolean {
  const said = comparable(name).toLowerCase();
  if (said === '' || subjects.length === 0) return false;
  return subjects.every((subject) => subject !== undefined && !shares(said, comparable(subject).toLowerCase()) && rolesIn(name).size === rolesIn(subject).size && !sharesRole(name, subject));
}

function sharesRole(one: string, other: string): boolean {
  const roles = rolesIn(other);
  return [...rolesIn(one)].some((role) => roles.has(role));
}

function shares(said: string, read: string): boolean {
  return said.includes(read) || read.includes(said) || read.split('&').some((part) => said.includes(part));
}
