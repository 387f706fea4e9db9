/**
 * Checks the check digit (ISO/IEC 7812-1, annex B) of the number of a payment card. The number has no spaces.
 */
export function fitsLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Checks the check digits (ISO 13616-1) of an IBAN. The IBAN has no spaces. */
export function fitsIban(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const character of moved) {
    for (const digit of String(parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** Month and day, as in the numbers of Chinese identity cards. */
const DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const MAINLAND_18 = new RegExp(`^[1-9]\\d{5}(?:1[89]|20)\\d\\d${DAY}\\d{3}[\\dX]$`);
const MAINLAND_15 = new RegExp(`^[1-8]\\d{7}${DAY}\\d{3}$`);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Checks the number of a Chinese identity card (GB 11643); the number has no spaces. It is enough that the
 * date of birth is possible or that the check digit fits: people mistype digits, and a mistyped number must
 * be replaced, too.
 */
export function fitsMainland(number: string): boolean {
  if (MAINLAND_18.test(number) || MAINLAND_15.test(number)) return true;
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number.charAt(index)), 0);
  return '10X98765432'.charAt(sum % 11) === number.charAt(17);
}
