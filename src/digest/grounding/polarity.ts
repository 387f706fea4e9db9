/** Whether a text obliges, allows or forbids: what an edited negation turns round. */

const NEGATIVE =
  /不得|不应|不可|不能|不予|不必|不需|不再|无需|无须|毋须|无权|禁止|严禁|未经|\b(?:shall|must|will|may|should|can|need|does|do|is|are)\s+not\b|\bcannot\b|\bno longer\b|\bno\s+(?:party|obligation|right|duty)\b|\bneither\b|\bprohibited\b|\bnot\s+(?:required|obliged|permitted|entitled|allowed)\b/giu;
const POSITIVE =
  /应当|应该|应|必须|须|需要|可以|有权|负责|承诺|\b(?:shall|must|will|may|should|agrees? to|(?:is|are) (?:required|obliged|entitled|permitted) to)\b/giu;
/** Words with 应, 须 or 需 in them that oblige nobody. */
const NEUTRAL = /供应|相应|对应|适应|反应|响应|应用|应急|应付|应收|需求|必需/gu;

export interface Polarity {
  readonly positive: boolean;
  readonly negative: boolean;
}

export function polarityOf(text: string): Polarity {
  const plain = text.replace(NEUTRAL, ' ');
  const negative = plain.match(NEGATIVE) !== null;
  return { negative, positive: plain.replace(NEGATIVE, ' ').match(POSITIVE) !== null };
}

/** Nothing may be done without consent: whoever says that it takes consent says the same. */
const CONDITIONAL = /未经([^。；;]{1,40}?)(?:不得|不能|不可)|\b(?:neither|not|no|cannot)\b([^.;]*?)\b(?:without|unless)\b/giu;
const CONDITION = /同意|许可|批准|授权|\b(?:consent|approval|permission)\b/iu;

/** True when one text only obliges or allows and the other only forbids or releases. */
export function contradicts(statement: string, quote: string): boolean {
  const conditional = CONDITION.test(statement);
  const words = (text: string): string => (conditional ? text.replace(CONDITIONAL, ' $1 可以 $2 ') : text);
  const said = polarityOf(words(statement));
  const read = polarityOf(words(quote));
  const onlyNegative = (polarity: Polarity): boolean => polarity.negative && !polarity.positive;
  const onlyPositive = (polarity: Polarity): boolean => polarity.positive && !polarity.negative;
  return (onlyPositive(said) && onlyNegative(read)) || (onlyNegative(said) && onlyPositive(read));
}
