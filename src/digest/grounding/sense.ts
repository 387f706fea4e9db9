import { clausesOf, counterparts, pairsAlike } from './clauses';
import type { Clause } from './clauses';
import { OPPOSITES, withoutOpposites } from './opposites';
import { sameDate, specificsOf } from './specifics';

const NEGATION = /[不未无非勿没]|禁止|严禁|\b(?:not|never|neither|nor|cannot|without|no|fail(?:s|ed)? to|free of|prohibited|forbidden)\b|n['’]t\b/iu;
/** Words with a negation in them that deny nothing, and limits, which are compared with their figures. */
const DENIES_NOTHING =
  /不(?:得|应|可|能)?(?:超过|低于|少于|高于|多于|迟于|晚于|早于|大于|小于|足)|不动产|不可抗力|不可撤销|不断|不仅|不但|不同|不论|无论|不限|不少|不久|不时|非常|未来|除非|无形|无线|未成年|不锈钢|\b(?:not|no) (?:to )?(?:be )?(?:exceed\w*|(?:more|less|fewer|greater|later|earlier|higher|lower) than)|\bnot (?:only|before|after)\b|\bwhether or not\b|\bno\.\s?\d/giu;
/** Nothing may be done without something is the same as: it requires something. */
const DOUBLE: readonly (readonly [RegExp, string])[] = [
  [/未经([^。；;]{1,40}?)(?:不得|不能|不可)/gu, '经$1可以'],
  [/\b(?:neither|no)\b([^.;,]{0,60}?)\bexceeds?\b/giu, '$1 is limited to'],
  [/\bnot (?:counting|including)\b/giu, 'excluding'],
  [/\b(?:shall |must |may |can )?(?:neither|not|no|never|cannot)\b([^.;]*?)\b(?:without|unless|except)\b/giu, '$1 requires '],
];
const DUTY = /应当|应|必须|须|需要?|负责|\b(?:shall|must|is required to|are required to)\b/iu;
const CHOICE = /可以|有权|\b(?:may|(?:is|are) (?:entitled|welcome|free|invited) to|optional(?:ly)?)\b/iu;
const NO_DUTY = /供应|相应|对应|适应|反应|响应|应用|应急|应付|应收|需求|必需/gu;
const DOUBT = /可能|或许|也许|大概|\b(?:might|could|possibly|perhaps|appears? to|suggests?)\b/iu;

/**
 * True when a clause of a statement repeats one of a passage but denies what that affirms, has a word's opposite, makes
 * a duty a choice or a doubt a certainty, or gives another figure in its place. Clauses are compared by their words:
 * what is worded anew is not judged.
 */
export function turnsSense(statement: string, passage: string): boolean {
  const read = clausesOf(plain(passage));
  return clausesOf(plain(statement)).some((clause) => {
    const meant = counterparts(clause, read);
    const pairs = meant.length > 0 ? [] : pairsAlike(clause, read);
    // Of two clauses at once only figures can be compared.
    return [...meant.map((other) => opposes(clause, other)), ...pairs.map((other) => otherFigure(clause.text, other.text))].every(Boolean) && meant.length + pairs.length > 0;
  });
}

/** The text without words that deny nothing, and with a double denial as what it comes to. */
export function plain(text: string): string {
  return DOUBLE.reduce((words, [pattern, to]) => words.replace(pattern, to), text.replace(DENIES_NOTHING, ' '));
}

function opposes(said: Clause, read: Clause): boolean {
  return turnsWords(said.text, read.text) || turnsComparison(said.text, read.text) || changesMood(said.text, read.text) || otherFigure(said.text, read.text);
}

/** `rejected` is `not approved`: a word and its denial are judged together. */
function turnsWords(said: string, read: string): boolean {
  const denied = NEGATION.test(withoutOpposites(said)) !== NEGATION.test(withoutOpposites(read));
  const poles = OPPOSITES.flatMap((axis) => {
    const [one, other] = [poleOf(said, axis), poleOf(read, axis)];
    return one === undefined || other === undefined ? [] : [one !== other];
  });
  return poles.length === 0 ? denied : poles.some((turned) => turned !== denied);
}

/** Less with this than with that: which is which. */
function turnsComparison(said: string, read: string): boolean {
  const [one, other] = [said, read].map((text) => text.split(/\bthan\b|比/iu).map((part) => clausesOf(part).flatMap(({ content }) => [...content])));
  const [left, right] = one ?? [];
  const [before, after] = other ?? [];
  if (left === undefined || right === undefined || before === undefined || after === undefined) return false;
  const only = (words: readonly string[], others: readonly string[]): string[] => words.filter((word) => !others.includes(word));
  return only(right, left).some((word) => only(before, after).includes(word)) && only(left, right).some((word) => only(after, before).includes(word));
}

/** Which of two opposites a text has: the first, the second, or undefined for none or both. */
function poleOf(text: string, [first, second]: readonly [RegExp, RegExp]): 0 | 1 | undefined {
  const [has, hasOther] = [first.test(text), second.test(text)];
  return has === hasOther ? undefined : has ? 0 : 1;
}

function changesMood(said: string, read: string): boolean {
  const [one, other] = [moodOf(said), moodOf(read)];
  if (one !== undefined && other !== undefined && one !== other && !NEGATION.test(read)) return true;
  return DOUBT.test(read) && !DOUBT.test(said) && one !== 'choice';
}

function moodOf(text: string): 'duty' | 'choice' | undefined {
  const words = text.replace(NO_DUTY, ' ');
  const [duty, choice] = [DUTY.test(words), CHOICE.test(words)];
  return duty === choice ? undefined : duty ? 'duty' : 'choice';
}

/** True when a clause has a figure or date where the other has another one of its kind. */
function otherFigure(said: string, read: string): boolean {
  const [one, other] = [specificsOf(said), specificsOf(read)];
  const units = new Set(one.quantities.map(({ unit }) => unit));
  const figure = [...units].some((unit) => {
    const ofKind = other.quantities.filter((quantity) => quantity.unit === unit);
    const said = one.quantities.filter((quantity) => quantity.unit === unit);
    return ofKind.length >= said.length && said.some((quantity) => !ofKind.some(({ value }) => value === quantity.value));
  });
  if (figure) return true;
  const days = other.dates.filter(({ value }) => value !== '');
  return days.length > 0 && one.dates.some((date) => date.value !== '') && !one.dates.some((date) => days.some((day) => sameDate(date, day) || sameDate(day, date)));
}
