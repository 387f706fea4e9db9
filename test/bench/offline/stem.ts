/** Finds the stems of English words (Porter, 1980). Keywords are compared by their stems. */

const STEP_2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];
const STEP_3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const STEP_4 = /^(.+?)(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|ou)$/u;
const STEP_4_ION = /^(.+[st])ion$/u;

/** Returns the stem of a word in lower case. Words with other letters than a to z stay unchanged. */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/u.test(word)) return word;
  let out = word.replace(/(ss|i)es$/u, '$1').replace(/([^s])s$/u, '$1');
  if (/eed$/u.test(out)) {
    if (measure(out.slice(0, -3)) > 0) out = out.slice(0, -1);
  } else {
    const bare = out.replace(/(?:ed|ing)$/u, '');
    if (bare !== out && /[aeiouy]/u.test(bare)) out = withRepairedEnding(bare);
  }
  if (/[aeiou].*y$/u.test(out) || /[^aeiou]y$/u.test(out)) out = out.replace(/y$/u, 'i');
  out = replaced(out, STEP_2);
  out = replaced(out, STEP_3);
  const fourth = (STEP_4_ION.exec(out) ?? STEP_4.exec(out))?.[1];
  if (fourth !== undefined && measure(fourth) > 1) out = fourth;
  if (out.endsWith('e')) {
    const bare = out.slice(0, -1);
    if (measure(bare) > 1 || (measure(bare) === 1 && !endsShort(bare))) out = bare;
  }
  return measure(out) > 1 ? out.replace(/ll$/u, 'l') : out;
}

function withRepairedEnding(bare: string): string {
  if (/(?:at|bl|iz)$/u.test(bare)) return `${bare}e`;
  if (/([^aeioulsz])\1$/u.test(bare)) return bare.slice(0, -1);
  return measure(bare) === 1 && endsShort(bare) ? `${bare}e` : bare;
}

function replaced(word: string, table: readonly (readonly [string, string])[]): string {
  for (const [from, to] of table) {
    if (!word.endsWith(from)) continue;
    const bare = word.slice(0, -from.length);
    return measure(bare) > 0 ? bare + to : word;
  }
  return word;
}

/** Returns how often a consonant follows a vowel. */
function measure(word: string): number {
  const vowels = word.replace(/([^aeiou])y/gu, '$1i').replace(/[aeiou]/gu, 'V');
  const forms = vowels.replace(/[^V]+/gu, 'C').replace(/V+/gu, 'V');
  return forms.replace(/^C/u, '').match(/VC/gu)?.length ?? 0;
}

function endsShort(word: string): boolean {
  return /[^aeiou][aeiouy][^aeiouwxy]$/u.test(word);
}
