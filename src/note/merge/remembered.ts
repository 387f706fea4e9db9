/** Maximum number of remembered results. */
const mostResults = 1_000;
/** Maximum total number of UTF-16 units in the texts from which the remembered results were computed. */
const mostCharacters = 500_000;

/**
 * Returns `compute` with a memory of its latest results. A merge compares each line with the lines of every
 * section, so it would compute the same results many times.
 */
export function remembered<Result>(compute: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  let characters = 0;
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    if (results.size >= mostResults || characters + text.length > mostCharacters) {
      results.clear();
      characters = 0;
    }
    if (text.length <= mostCharacters) {
      results.set(text, result);
      characters += text.length;
    }
    return result;
  };
}
