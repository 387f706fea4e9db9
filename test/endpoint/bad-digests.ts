import type { Draft, DraftAction } from '../../src/llm/draft';
import { digestOf, type NumberedLine } from './digest-of';

/**
 * Makes the answer of a model that obeys the document. Every field contains the document's text, verbatim.
 */
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
 * Puts texts into every field, like a model that an attacker controls. Half of the statements have a valid
 * reference.
 */
export function repeating(texts: readonly string[]): (lines: readonly NumberedLine[]) => Draft {
  return (lines) => {
    const first = lines[0]?.number ?? 1;
    const own = obeying(texts.map((text, index) => ({ text, number: index % 2 === 0 ? first : 999_999 })));
    // The quote is correct, so that only owner, deadline and value can be wrong.
    const quote = lines[0]?.text ?? '';
    const quoting = own.actions.map((action): DraftAction => ({ ...action, quote, refs: [first] }));
    return {
      ...own,
      actions: [...own.actions, ...quoting],
      facts: [...own.facts, ...own.facts.map((fact) => ({ ...fact, quote }))],
    };
  };
}

/** A wrong action and the correct action from which it was made. */
export interface Lie {
  readonly kind:
    'invented deadline' | 'invented date' | 'swapped parties' | 'ten times the amount' | 'wrong sentence';
  readonly truth: DraftAction;
  readonly stated: DraftAction;
}

/**
 * Makes every possible wrong version of the actions in an honest answer. Each action is changed in every way
 * that applies.
 */
export function liesAbout(lines: readonly NumberedLine[]): readonly Lie[] {
  // If the layout has separated a clause from its negation, a doubt about the clause is correct, so the
  // clause is left out.
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

/** Makes an answer that contains only wrong actions. */
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
