const OPENINGS = ['<think>', '<thinking>', '<thought>', '<reasoning>', '[think]', '◁think▷'];
const CLOSINGS = ['</think>', '</thinking>', '</thought>', '</reasoning>', '[/think]', '◁/think▷'];

/**
 * Where a model's thoughts stand in its answer: from the first `<think>` to the last `</think>`; from the beginning
 * when the opening tag was lost. Null when no thought is closed. By search, not by pattern: a pattern takes quadratic
 * time on what a broken model repeats.
 */
export function thoughtsIn(answer: string): { readonly start: number; readonly end: number } | null {
  const text = answer.toLowerCase();
  const end = Math.max(...CLOSINGS.map((tag) => (text.includes(tag) ? text.lastIndexOf(tag) + tag.length : 0)));
  if (end === 0) return null;
  const openings = OPENINGS.map((tag) => text.indexOf(tag)).filter((at) => at >= 0 && at < end);
  return { start: openings.length === 0 ? 0 : Math.min(...openings), end };
}

/** The answer without its thoughts; empty when it never came to an end of them. */
export function withoutThoughts(answer: string): string {
  const thoughts = thoughtsIn(answer);
  if (thoughts !== null) return answer.slice(0, thoughts.start) + answer.slice(thoughts.end);
  const opening = answer.trimStart().toLowerCase();
  return OPENINGS.some((tag) => opening.startsWith(tag)) ? '' : answer;
}
