/**
 * Parses a JSON text. If the text is not JSON, it returns undefined and does not throw. The result is not
 * validated: callers must check its shape.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}
