const mostResults = 1_000;
/** Maximum number of UTF-16 units of all texts whose results are remembered. */
const mostCharacters = 500_000;

/** Returns `compute` with a cache, because a merge needs the result for the same line many times. */
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
