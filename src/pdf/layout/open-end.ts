/**
 * Matches a text whose last word needs a continuation. For example, 位于 needs a place, and 人民币 needs an
 * amount.
 */
const OPEN_END =
  /[\p{Script=Han}\d](?:[为于在自由将向从的与及或即]|位于|人民币|不[超低少晚][过于]|超过|达到|预付|每[月日年]?)$/u;

/**
 * Matches the beginning of a text that continues the text before it. For example, a text that begins with the
 * unit 平方米 continues a number.
 */
const BOUND =
  /^(?:[的之]\p{Script=Han}|元整|以[内上下前后]|起至|(?:平方米|个[月工日]|[号栋幢层室元起止])[\p{Script=Han}，。；、])/u;

const FIGURE_END = /[\d年月]$/;
const UNIT = /^[年月日元天%％]/;
const LONG_ENOUGH = 4;

/** Returns true when the words show that a sentence continues from one piece of text to the next. */
export function sentenceContinues(before: string, after: string): boolean {
  return (
    (before.length >= LONG_ENOUGH && OPEN_END.test(before)) ||
    BOUND.test(after) ||
    (before.length >= LONG_ENOUGH && FIGURE_END.test(before) && UNIT.test(after) && after.length > 1)
  );
}
