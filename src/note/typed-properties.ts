/**
 * Converts a value to the type of its property in the vault. Returns undefined when that is not possible.
 * @param type the name of the type in the app; undefined or empty when the vault does not use the property
 */
export function inTypeOf(value: unknown, type: string | undefined): unknown {
  const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  switch (type ?? '') {
    case '':
      return value;
    case 'text':
      return [value].flat().map(String).join(', ');
    case 'multitext':
      return [value].flat().map(String);
    case 'number':
      return typeof value === 'number' ? value : undefined;
    case 'date':
      return isDay ? value : undefined;
    case 'datetime':
      return isDay ? `${value}T00:00:00` : undefined;
    default:
      return undefined;
  }
}
