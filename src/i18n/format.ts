export type MessageValues = Readonly<Record<string, string | number>>;

const placeholder = /\{(\w+)(?:\?([^|}]*)\|([^}]*))?\}/g;

/**
 * Fills the placeholders of a template.
 *
 * - `{name}` becomes the value, or the empty string when the value is missing.
 * - `[…]` is an optional part. It is left out when one of its values is missing or empty, so
 *   `the model[ {model}].` works with and without a name.
 * - `{count?page|pages}` becomes the first word when the value is 1, otherwise the second.
 *
 * Values are inserted literally: brackets and braces in a value have no meaning. Characters that change the
 * direction of text are left out, so that a file's name cannot rearrange the words around it.
 */
export function format(template: string, values: MessageValues = {}): string {
  return template
    .split(/(\[[^\]]*\])/)
    .map((part) => {
      if (!part.startsWith('[')) return fill(part, values);
      const names = [...part.matchAll(placeholder)].map((match) => match[1] ?? '');
      return names.every((name) => known(values, name)) ? fill(part.slice(1, -1), values) : '';
    })
    .join('');
}

function fill(template: string, values: MessageValues): string {
  return template.replace(placeholder, (_, name: string, one?: string, several?: string) => {
    const value = known(values, name) ? withoutDirections(String(values[name])) : '';
    return (value === '1' ? one : several) ?? value;
  });
}

function known(values: MessageValues, name: string): boolean {
  return Object.hasOwn(values, name) && values[name] !== '';
}

/** Removes the characters that only change the direction of text (Unicode Standard Annex 9, section 2). */
export function withoutDirections(text: string): string {
  return text.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');
}
