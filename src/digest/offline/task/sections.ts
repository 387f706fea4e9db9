import { AGENDA_HEADING } from '../../../text/lexicon/agenda';
import { ATTACHMENT, EN_IMPERATIVE, EN_PLEASE, EN_YOU, TASK_HEADING } from '../../../text/lexicon/task';
import { EN_ASKED, EN_ORDER, GREETING, ZH_ASKED } from '../../../text/lexicon/request';
import { readingWidth, withoutMarker } from '../clauses';
import { endsAsSentence } from '../noise';
import type { Unit } from '../units';

/** What the lines around a sentence show about it. */
export interface Section {
  /** The kind of section, from the heading above. */
  readonly kind: 'tasks' | 'agenda' | 'other';
  /** True for a point of a list whose introduction is a request: `Please send us:`. */
  readonly isAskedFor: boolean;
  /** True for a short numbered line, such as `1.报送成绩`, that is a title and not a point of a list. */
  readonly isTitle: boolean;
  /**
   * True for a numbered line, if the points below it have marks of another form. Such a line is usually a
   * topic.
   */
  readonly hasPoints: boolean;
  /** True in the first tenth of the document. */
  readonly isBeginning: boolean;
  /** True for a point below a question. */
  readonly isAnswer: boolean;
  /** True for one of at least three consecutive points that all begin with a command: `Lock the door.` */
  readonly isInChecklist: boolean;
}

/** Used for a sentence when the lines around it are not known. */
export const NO_SECTION: Section = {
  kind: 'other',
  isAskedFor: false,
  isTitle: false,
  hasPoints: false,
  isBeginning: false,
  isAnswer: false,
  isInChecklist: false,
};

/** Maximum `readingWidth` of a line that is treated as a heading although its kind is not `heading`. */
const HEADING_WIDTH = 40;
/**
 * Matches a numbered heading in a Chinese document. A short line without such a number does not end the
 * current section, because the line may be a point of this section.
 */
const NUMBERED_HEADING = /^\s*[一二三四五六七八九十]{1,3}、/u;
const CUES = [
  EN_PLEASE,
  EN_YOU,
  EN_ASKED,
  ZH_ASKED,
  /[需须应][^，。]{0,12}(?:提?交|提供|携带|准备|报送|填写|办理|完成)/u,
];

export function sectionsOf(units: readonly Unit[]): Section[] {
  let kind: Section['kind'] = 'other';
  /**
   * The form of the points in a list whose introduction is a request (`Please send us:`); `any` until the
   * first point is read, and undefined outside of such a list.
   */
  let form: string | undefined;
  /** True for a question, and for the points right below it that have the same `formOf`. */
  let isAsked = false;
  let before = '';
  const isInChecklist = checklistsIn(units);
  return units.map((unit, index) => {
    const isHeading = unit.kind === 'heading';
    if (isHeading || isLikeHeading(unit.text)) {
      if (TASK_HEADING.test(unit.text)) kind = 'tasks';
      else if (AGENDA_HEADING.test(unit.text)) kind = 'agenda';
      else if (isHeading || NUMBERED_HEADING.test(unit.text)) kind = 'other';
    }
    if (ATTACHMENT.test(unit.text)) kind = 'agenda';
    const own = formOf(unit);
    const isAskedFor = form !== undefined && !isHeading && (form === 'any' || own === form);
    if (isAskedFor) form = own;
    else form = undefined;
    const isLabel = readingWidth(unit.text) <= HEADING_WIDTH && TASK_HEADING.test(unit.text);
    if (/[:：]\s*$/u.test(unit.text) && (isLabel || CUES.some((cue) => cue.test(unit.text)))) form = 'any';
    isAsked = !isHeading && (/[?？]\s*$/u.test(unit.text) || (isAsked && own === before));
    const isAnswer = isAsked && own !== 'none' && !/[?？]\s*$/u.test(unit.text);
    before = own;
    const next = units[index + 1];
    return {
      kind,
      isAskedFor,
      isTitle: !isAskedFor && isTitle(unit, next),
      hasPoints: !isAskedFor && hasPoints(unit, next),
      isBeginning: index * 10 < units.length,
      isAnswer,
      isInChecklist: isInChecklist[index] ?? false,
    };
  });
}

const LEAST_POINTS = 3;

function checklistsIn(units: readonly Unit[]): boolean[] {
  const result = units.map(() => false);
  let from = 0;
  for (let index = 0; index <= units.length; index += 1) {
    const unit = units[index];
    if (unit !== undefined && isCommand(unit)) continue;
    if (index - from >= LEAST_POINTS) result.fill(true, from, index);
    from = index + 1;
  }
  return result;
}

function isCommand(unit: Unit): boolean {
  const text = withoutMarker(unit.text);
  return formOf(unit) !== 'none' && (EN_IMPERATIVE.test(text) || EN_ORDER.test(text));
}

/**
 * Returns true for a short numbered line without an end mark, such as `1.报送成绩`. If the next paragraph has a
 * number of the same form, the line is a point of a list and not a title.
 */
function isTitle(unit: Unit, next: Unit | undefined): boolean {
  const form = formOf(unit);
  return (
    /[\d一二三四五六七八九十]/u.test(form) &&
    readingWidth(unit.text) <= HEADING_WIDTH &&
    !/[。.；;!！?？，,]\s*$/u.test(unit.text) &&
    next !== undefined &&
    next.paragraph !== unit.paragraph &&
    formOf(next) !== form
  );
}

function hasPoints(unit: Unit, next: Unit | undefined): boolean {
  const form = formOf(unit);
  const below = next === undefined ? 'none' : formOf(next);
  return (
    /[\d一]/u.test(form) &&
    !/[。.；;!！?？，,]\s*$/u.test(unit.text) &&
    below !== form &&
    /^\S*[^\w;]/u.test(below)
  );
}

function isLikeHeading(text: string): boolean {
  return (
    readingWidth(text) <= HEADING_WIDTH &&
    (!endsAsSentence(text) || /[:：]\s*$/u.test(text)) &&
    !/^\s*[-•*●▪]/u.test(text)
  );
}

/**
 * Returns the form of a point: its mark, such as `1.`, `a)` or `•` (all numbers become 1). Without a mark,
 * the form is `item` for a list item, `;` for a text that ends with a semicolon, and `none` for any other
 * text.
 */
function formOf({ text, kind }: Unit): string {
  const mark = /^\s*(?:[-•●▪*–—]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-z])[)）.、．])/u.exec(
    text,
  )?.[0];
  if (mark !== undefined)
    return mark
      .replace(/\d+/u, '1')
      .replace(/[一二三四五六七八九十]+/u, '一')
      .replace(/[a-z]/u, 'a')
      .trim();
  return kind === 'list-item' ? 'item' : /[；;]\s*$/u.test(text) ? ';' : 'none';
}

/** A greeting or an addressee is searched for in this number of sentences at the beginning of a document. */
const BEGINNING = 12;

/** Returns true when the beginning of a document contains a greeting or an addressee. */
export function isAddressed(units: readonly Unit[]): boolean {
  return units.slice(0, BEGINNING).some(({ text }) => GREETING.test(text));
}
