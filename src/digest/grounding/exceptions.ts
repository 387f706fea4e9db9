import { stem } from './alignment';

/** What a text leaves out of what it says. */
const EXCEPTIONS: readonly RegExp[] = [
  /\b(?:except(?:ing)?(?: for)?|excluding|other than)\s+([^.;]*?)(?=,\s*(?:neither|the|each|no|any|either|it|all)\b|[.;]|$)/giu,
  /除(?:了)?([^。；;]{1,40}?)(?:以外|之外|外)/gu,
  /不(?:包括|包含|适用于)([^，。；;]{1,30})/gu,
];
/** What it says to be no exception. */
const INCLUDED: readonly RegExp[] = [
  /\b(?:even (?:for|in|if)|including|also (?:for|in)|and for)\s+([^.;,]*)/giu,
  /(?:即使|即便|包括|包含|对于?)([^，。；;]{1,30})/gu,
];
const ALWAYS = /\b(?:in (?:all|any) cases?|without (?:any )?exceptions?|under (?:any|all) circumstances|in every case)\b|(?:任何|一切)情况下|无一例外|没有例外|一律|概不例外/iu;
const CONDITIONAL = /\b(?:except|unless|excluding|provided that)\b|除[^。；;]{1,40}外|除非|但书|不包括/iu;

/** True when a statement includes what the passage makes an exception of, or says that there is none. */
export function waivesException(statement: string, passage: string): boolean {
  if (ALWAYS.test(statement) && !ALWAYS.test(passage) && CONDITIONAL.test(passage)) return true;
  const left = spansOf(passage, EXCEPTIONS);
  if (left.length === 0 || spansOf(statement, EXCEPTIONS).length > 0) return false;
  return spansOf(statement, INCLUDED).some((words) => words.length > 0 && left.some((others) => words.filter((word) => others.includes(word)).length * 2 > words.length));
}

function spansOf(text: string, patterns: readonly RegExp[]): string[][] {
  return patterns.flatMap((pattern) => Array.from(text.matchAll(pattern), (match) => wordsOf(match[1] ?? '')));
}

function wordsOf(text: string): string[] {
  const spaced = text.match(/[\p{Script=Latin}]{4,}/gu)?.map(stem) ?? [];
  const han = (text.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) => Array.from(run.slice(1), (character, at) => run.charAt(at) + character));
  return [...spaced, ...han];
}
