import type { Verdict } from '../../llm/model';
import { doubtOf, type Settled } from '../assemble';
import type { Examined } from '../examine';
import type { Doubt } from '../digest';

/** True for a statement that cites the document and that code alone cannot confirm. */
export function needsReading({ wordForWord, tied }: Examined): boolean {
  return !wordForWord && tied.cited.length > 0;
}

/**
 * Decides whether a statement gets a doubt: a reason why it may be wrong. A statement that the second reader
 * (a model) supports gets no doubt, even if code found a difference from the document. Otherwise, the doubt
 * is the difference that code found, or else the reader's reason. Without a verdict of the reader, only code
 * decides. In the value of a field that the user defined, a difference that code found is always a doubt: the
 * value would become a property, and a property cannot show a doubt.
 */
export function settle(examined: Examined, verdict: Verdict | undefined): Settled {
  const inCode = doubtOf(examined);
  const needsBoth = examined.stated.section === 'fields' && inCode !== undefined;
  const doubt = verdict === undefined || needsBoth ? inCode : judged(verdict, inCode);
  return { examined, ...(doubt === undefined ? {} : { doubt }) };
}

function judged({ supported, why }: Verdict, inCode: Doubt | undefined): Doubt | undefined {
  switch (supported) {
    case 'yes':
      return undefined;
    case 'no':
      return inCode ?? { kind: 'not-supported', why };
    case 'unsure':
      return inCode ?? { kind: 'cannot-tell', why };
  }
}
