import { lazily } from '../lazily';
import { MACHINE_TALK_WORDS } from '../text/lexicon/machine-talk';
import type { Sentence } from '../text/sentence';
import { halfWidth } from '../text/width';
import { anyWord } from '../text/words';

/**
 * Finds sentences of a document that give instructions to the language model that reads it. There are two
 * kinds. The first kind addresses a machine, or anybody who summarises this document, and gives an order. The
 * second kind states that the model's rules no longer apply. A sentence that is only about models, or that
 * quotes an attack, is not found.
 *
 * Each word of a sentence is replaced by the letter of its class (see `src/text/lexicon/machine-talk.ts`);
 * `o` stands for any other word, and each of `,` `:` `.` stands for a kind of punctuation. A form is a
 * pattern with which the resulting string is compared. In a form, `^` is the start of a clause, `<` the start
 * of a sentence, `~` a few words of the same clause, and `-` a few words or clauses of the same sentence.
 */
const FORMS: readonly string[] = [
  'Z',
  // The sentence demands that the model ignores its rules.
  '^I[EPY]?m',
  '^I(?=~[PY])~[Rm]',
  '^I(?=~[PY])~r(?=.*[YTtAIF])',
  '[YP]~[Rrm]~V',
  // The sentence gives the model a role or a new task.
  'F,?Y~A',
  '^KY?o?[ATtIOQN]',
  'YAE?[oN]{0,6}[MH]-(?:D|Y[ANS])',
  // The sentence addresses a machine directly, as in `Note to AI assistants: ...`.
  '^C[BD]{1,3}o?M[:,]-[TtOQIYD]',
  '^[^.,:]?[CR][CE]*M[HoEC]{0,6}[:,]-[TtOQIYD]',
  '^C[CE]*H[:,]-[TtOQI]',
  '<E?MH?:-[TtOQI]',
  '<E?[MH],(?:W[^.]{0,12},)?[TtOQI]',
  'WYA?E?o{0,3}M',
  'WE?M,?Y',
  '[MH]L',
  'E~M~,Q',
  'Q[MH]~[TtIU]',
  'D~CE*M',
  // The sentence gives a duty to a machine that reads this document.
  '[MH]~[BS]~[Djh]-[OQTt:]',
  'G~S~[Djh]-[OQTt]',
  'G~DS-[OQ]',
  'WE*M~[BS]~[Djh]',
  '[BS]D~[MH],?~[OQ]',
  'WD~bE*[MH]',
  'WbM~[BS]',
  'M~Nw?O~[Tt]',
  'D~bE*[MH]-[OQ]',
  '[MH]-O(?=~t)~[Dh]',
  // The text demands what a summary of this document must contain or leave out.
  'W~S~[DN]-[OQTt]',
  'SD~w,?[OQTt]',
  '^SDo{0,2}:',
  'Y[NS]~O~[Tt]',
  'No?D~O~[Tt]',
  '[NTt]w~O~U',
];

const forms = lazily(() =>
  FORMS.map(
    (form) =>
      new RegExp(
        form
          .replace(/^\^/, '(?:^|[.,:OQYA])')
          .replace('<', '(?:^|[.:])')
          .replace(/~/g, '[^.,:]{0,8}?')
          .replace(/-/g, '[^.]{0,30}?'),
        'u',
      ),
  ),
);

/** Matches a word or a punctuation mark. The name of the matching group is its class. */
const token = lazily(() => {
  const classes = Object.entries<string | readonly string[]>(MACHINE_TALK_WORDS);
  const groups = classes.map(([name, words]) => `(?<${name}>${anyWord(...[words].flat())})`);
  groups.push(
    "(?<o>[a-z\\d'-]+|\\p{L})",
    '(?<comma>[,;])',
    '(?<colon>[:!\u2013\u2014])',
    '(?<stop>[.?()\u3002])',
  );
  return new RegExp(groups.join('|'), 'gu');
});

/**
 * To save time, only sentences with one of these words are compared with the forms. Every form needs a word
 * of these classes, except the last form, which can begin with a word of the class `T` or `t` instead. Of
 * these two classes, only the word `输出` is included.
 */
const neededWord = lazily(() => {
  const { Z, K, I, V, F, M, H, S, N } = MACHINE_TALK_WORDS;
  return new RegExp(anyWord(...[Z, K, I, V, F, M, H, S, N].flat(), '输出'), 'u');
});

const punctuation: Readonly<Record<string, string>> = { comma: ',', colon: ':', stop: '.' };

/** Matches quoted words. They are ignored, because a document that quotes an order does not give it. */
const quoted = /“[^”]{1,400}”|"[^"]{1,400}"|「[^」]{1,400}」|『[^』]{1,400}』|‘[^’]{1,400}’/gu;

/**
 * Matches words that introduce an example, with the rest of the sentence. An order in that text is only an
 * example, so the text is ignored.
 */
const example =
  /\b(?:such as|for example|for instance|e\.g\.|example) ?[:,].*|^prompt ?:.*|(?:例如|比如|诸如|示例|如下)[:,].*/iu;

/** Only this many UTF-16 units of a sentence are read. */
const longest = 1_000;

/** Returns the numbers of the sentences that give instructions to a language model, ascending. */
export function machineTalk(sentences: readonly Sentence[]): number[] {
  return sentences
    .filter((sentence, index) => givesInstructions(sentence.text, sentences[index + 1]?.text))
    .map(({ number }) => number);
}

/**
 * Returns whether a text gives instructions to a language model. An instruction that begins in the text may
 * end in `next`, the sentence after it.
 */
export function givesInstructions(text: string, next = ''): boolean {
  if (!neededWord().test(plain(text))) return false;
  const own = classesOf(text);
  const both = `${own}${own.endsWith(':') ? '' : '.'}${classesOf(next)}`;
  return forms().some((form) => {
    const match = form.exec(both);
    return match !== null && match.index + match[0].search(/[^.,:]/u) < own.length;
  });
}

/** Returns the classes of a text's words and punctuation, one letter each. */
function classesOf(text: string): string {
  return [...plain(text).matchAll(token())]
    .map(({ groups = {} }) => {
      const name = Object.keys(groups).find((one) => groups[one] !== undefined) ?? '';
      return punctuation[name] ?? name;
    })
    .join('');
}

function plain(text: string): string {
  return halfWidth(text.slice(0, longest))
    .replace(quoted, ' o ')
    .replace(example, '')
    .replace(/\u3001/gu, ',')
    .replace(/\u2019/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}
