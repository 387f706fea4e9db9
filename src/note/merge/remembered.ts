/** Maximum number of results, and of UTF-16 units in their texts. */
const mostResults = 1_000;
const mostCharacters = 500_000;

/**
 * Returns a function that remembers its latest results, because a merge compares each line with those of
 * every section.
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
