const OPENINGS = ['<think>', '<thinking>', '<thought>', '<reasoning>', '[think]', '◁think▷'];
const CLOSINGS = ['</think>', '</thinking>', '</thought>', '</reasoning>', '[/think]', '◁/think▷'];

/**
 * Returns the range of a model's thoughts in its answer, as UTF-16 offsets; null when there is no closing
 * tag. If the opening tag is missing, the range begins at the start of the answer. The tags are not
 * searched with a regular expression, which would take quadratic time on the output of a broken model.
 */
export function thoughtsIn(answer: string): { readonly start: number; readonly end: number } | null {
  const text = answer.toLowerCase();
  const end = Math.max(
    ...CLOSINGS.map((tag) => (text.includes(tag) ? text.lastIndexOf(tag) + tag.length : 0)),
  );
  if (end === 0) return null;
  const openings = OPENINGS.map((tag) => text.indexOf(tag)).filter((at) => at >= 0 && at < end);
  return { start: openings.length === 0 ? 0 : Math.min(...openings), end };
}

/** Removes the thoughts from an answer. If it begins with thoughts that have no closing tag, returns ''. */
export function withoutThoughts(answer: string): string {
  const thoughts = thoughtsIn(answer);
  if (thoughts !== null) return answer.slice(0, thoughts.start) + answer.slice(thoughts.end);
  const opening = answer.trimStart().toLowerCase();
  return OPENINGS.some((tag) => opening.startsWith(tag)) ? '' : answer;
}
