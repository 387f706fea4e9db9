export type MessageValues = Readonly<Record<string, string | number>>;

const placeholder = /\{(\w+)(?:\?([^|}]*)\|([^}]*))?\}/g;

/**
 * Fills `{name}` in a message. A part in square brackets is left out when one of its values is not known, so
 * `the model[ {model}].` works with and without a name. An unknown value outside brackets becomes nothing.
 * `{count?page|pages}` is the first word where the count is 1, else the second.
 * Values are taken as they are: brackets and braces in them mean nothing.
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
    const value = known(values, name) ? String(values[name]) : '';
    return (value === '1' ? one : several) ?? value;
  });
}

function known(values: MessageValues, name: string): boolean {
  return Object.hasOwn(values, name) && values[name] !== '';
}
