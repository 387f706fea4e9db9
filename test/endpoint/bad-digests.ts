import type { Draft, DraftAction } from '../../src/llm/draft';
import { digestOf, type NumberedLine } from './digest-of';

/** A model that is misled by the document: it copies the text of each line into every field. */
export function obeying(lines: readonly NumberedLine[]): Draft {
  const texts = lines.map((line) => line.text);
  const statements = lines.map((line) => ({ text: line.text, refs: [line.number] }));
  return {
    title: texts.join(' '),
    doc_type: 'other',
    language: texts[0] ?? '',
    tags: texts,
    summary: statements,
    actions: lines.map(({ text, number }) => ({
      text,
      owner: text,
      quote: text,
      refs: [number],
      due: { kind: 'relative', text, date: text },
    })),
    points: statements,
    facts: lines.map(({ text, number }) => ({ name: text, value: text, quote: text, refs: [number] })),
  };
}

/**
 * A model that an attacker controls: it writes the given texts into every field. Every second statement has a
 * valid reference.
 */
export function repeating(texts: readonly string[]): (lines: readonly NumberedLine[]) => Draft {
  return (lines) => {
    const first = lines[0]?.number ?? 1;
    const own = obeying(texts.map((text, index) => ({ text, number: index % 2 === 0 ? first : 999_999 })));
    // These actions and facts have a correct quote. Their other fields are attacks.
    const quote = lines[0]?.text ?? '';
    const quoting = own.actions.map((action): DraftAction => ({ ...action, quote, refs: [first] }));
    return {
      ...own,
      actions: [...own.actions, ...quoting],
      facts: [...own.facts, ...own.facts.map((fact) => ({ ...fact, quote }))],
    };
  };
}

/** A wrong action and the true action from which it was made. */
export interface Lie {
  readonly kind:
    'invented deadline' | 'invented date' | 'swapped parties' | 'ten times the amount' | 'wrong sentence';
  readonly truth: DraftAction;
  readonly stated: DraftAction;
}

/** Returns all lies that can be made of the true actions in the lines. */
export function liesAbout(lines: readonly NumberedLine[]): readonly Lie[] {
  // After a line that ends with "not", the next line is left out: alone, it states the opposite of the
  // document, so it is not a true action.
  const whole = lines.filter((_, index) => !/[不未无非]$|\bnot$/.test(lines[index - 1]?.text ?? ''));
  return whole
    .flatMap((line) => digestOf([line]).actions)
    .flatMap((truth) => {
      const lies: Lie[] = [
        { kind: 'invented deadline', truth, stated: { ...truth, text: `${truth.text} (2031-05-17)` } },
        {
          kind: 'invented date',
          truth,
          stated: { ...truth, due: { kind: 'absolute', text: '2031年5月17日前', date: '2031-05-17' } },
        },
        {
          kind: 'wrong sentence',
          truth,
          stated: { ...truth, refs: truth.refs.map((ref) => (ref > 20 ? ref - 15 : ref + 15)) },
        },
      ];
      const swapped = partiesSwapped(truth.text);
      if (swapped !== truth.text)
        lies.push({ kind: 'swapped parties', truth, stated: { ...truth, text: swapped } });
      const tenfold = truth.text.replace(
        /(\d)(\.\d\d)?(?=\s*元)|((?:USD|[¥￥$]) ?[\d,]*\d)/u,
        (_, digit?: string, cents = '', amount?: string) => `${digit ?? amount ?? ''}0${cents}`,
      );
      if (tenfold !== truth.text)
        lies.push({ kind: 'ten times the amount', truth, stated: { ...truth, text: tenfold } });
      return lies;
    });
}

/** Returns a digest in which every action is wrong. */
export function lying(lines: readonly NumberedLine[]): Draft {
  return {
    ...digestOf(lines),
    summary: [],
    points: [],
    facts: [],
    actions: liesAbout(lines).map(({ stated: action }) => action),
  };
}

function partiesSwapped(text: string): string {
  const pairs = [
    ['甲方', '乙方'],
    ['Client', 'Provider'],
  ] as const;
  return pairs.reduce(
    (swapped, [a, b]) => swapped.replaceAll(a, '\u0001').replaceAll(b, a).replaceAll('\u0001', b),
    text,
  );
}
