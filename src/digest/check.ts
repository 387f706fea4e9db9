import type { UnverifiedReason } from './digest';
import { comparable } from './quotes';
import { missingSpecific, specificsOf } from './specifics';
import type { Source } from './source';
import { obligedIn, swapsParties } from './names';
import type { Sentence } from '../text/sentence';
import { normalise } from '../text/normalise';

/** The sentences that support a statement, or why none do. */
export type Checked = { readonly cited: readonly number[] } | { readonly reason: UnverifiedReason };

/** Sentences before and after the cited ones in which a figure may stand. */
const REACH = 1;

/**
 * Checks the figures, dates and parties of a statement against the sentences it cites and those next to them. With a
 * quote, who is obliged is read from the quote alone.
 */
export function checkStatement(source: Source, text: string, cited: readonly number[], quote?: string): Checked {
  const passage = source.around(cited, REACH);
  const evidence = passage.map((sentence) => source.evidence(sentence));
  const wanted = specificsOf(text);
  const words = passage.map((sentence) => normalise(sentence.text).text).join('\n');
  const missing = missingSpecific(wanted, evidence, (date) =>
    date.value === '' && words.includes(comparable(text.slice(date.at, date.at + date.length))),
  );
  if (missing !== undefined) return { reason: missing };
  if (swapsParties(text, textOf(passage), obligedIn(quote ?? textOf(source.around(cited, 0))))) {
    return { reason: 'name-not-found' };
  }
  return { cited };
}

function textOf(sentences: readonly Sentence[]): string {
  return sentences.map((sentence) => sentence.text).join('\n');
}
