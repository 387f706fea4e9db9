/**
 * Parses a JSON text. Returns undefined when the text is not JSON, instead of throwing. The result is not
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
