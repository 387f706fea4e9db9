/**
 * Exact decimals, as strings in one canonical form: no separators, no needless zeros (`1.5`, not `01.50`),
 * `.` as the decimal point, `-` before negative numbers. They are strings because a number in an invoice can
 * have more digits than a float can represent.
 */

/** Returns `digits` in canonical form. `digits` may have a sign and one decimal point. */
export function canonicalDecimal(digits: string): string {
  const negative = digits.startsWith('-');
  const [whole = '', fraction = ''] = digits.replace(/^[-+]/u, '').split('.');
  const head = whole.replace(/^0+/u, '') || '0';
  const tail = fraction.replace(/0+$/u, '');
  const value = tail === '' ? head : `${head}.${tail}`;
  return negative && value !== '0' ? `-${value}` : value;
}

/** Returns `digits` × 10^`places` in canonical form. */
export function shiftDecimal(digits: string, places: number): string {
  const negative = digits.startsWith('-');
  const [whole = '0', fraction = ''] = digits.replace(/^-/u, '').split('.');
  const sign = negative ? '-' : '';
  if (places >= 0) {
    const padded = fraction.padEnd(places, '0');
    return canonicalDecimal(`${sign}${whole}${padded.slice(0, places)}.${padded.slice(places)}`);
  }
  const padded = whole.padStart(1 - places, '0');
  const point = padded.length + places;
  return canonicalDecimal(`${sign}${padded.slice(0, point)}.${padded.slice(point)}${fraction}`);
}
