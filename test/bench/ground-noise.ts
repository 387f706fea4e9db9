/** Functions that change the characters of a quote, but not its meaning. */

/** A repeatable source of numbers from 0 to 1 (Lehmer generator), so that every run measures the same. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

type Noise = (text: string, random: () => number) => string;

/** Adds line breaks where a PDF may have them: at spaces, and between any two Chinese characters. */
const lineBreaks: Noise = (text, random) =>
  text
    .replace(/ /gu, () => (random() < 0.2 ? '\n' : ' '))
    .replace(/[\u4e00-\u9fff](?=[\u4e00-\u9fff])/gu, (character) =>
      random() < 0.1 ? `${character}\n` : character,
    );

const fullWidth: Noise = (text, random) =>
  text.replace(/[0-9A-Za-z,%()]/gu, (character) =>
    random() < 0.3 ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character,
  );

const spaces: Noise = (text, random) =>
  text
    .replace(/ /gu, () => (random() < 0.3 ? '\u00a0' : '  '))
    .replace(/[，。；]/gu, (mark) => (random() < 0.3 ? `${mark} ` : mark));

const hyphens: Noise = (text, random) =>
  text.replace(/\p{Ll}{4,}(?=\p{Ll}{3})/gu, (head) =>
    random() < 0.3 ? `${head}${random() < 0.5 ? '-\n' : '\u00ad'}` : head,
  );

const typography: Noise = (text) =>
  text.replace(/[“”]/gu, '"').replace(/’/gu, "'").replace(/[–—]/gu, '-').replace(/：/gu, ':');

const invisible: Noise = (text, random) =>
  Array.from(text, (character) => (random() < 0.05 ? `${character}\u200b` : character)).join('');

const marksAround: Noise = (text) => `“${text}”`;

export const noises: readonly Noise[] = [
  lineBreaks,
  fullWidth,
  spaces,
  hyphens,
  typography,
  invisible,
  marksAround,
];
