/**
 * The value that a JSON text stands for; undefined when the text is not JSON. Never throws for a bad text.
 * The value is unchecked: whoever reads it has to look at its shape.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}
