import type { Verdict } from '../../llm/model';
import { doubtOf, type Settled } from '../assemble';
import type { Examined } from '../examine';
import type { Doubt } from '../digest';

/** True for a statement that cites the document and that code alone cannot confirm. */
export function needsReading({ wordForWord, tied }: Examined): boolean {
  return !wordForWord && tied.cited.length > 0;
}

/**
 * Decides whether a statement gets a doubt, which is a reason why it may be wrong. The second reader is a
 * model that compares statements with the document. A statement that is verbatim in the document, or that the
 * reader supports, gets no doubt, even if code found a difference between statement and document. If the
 * reader does not support a statement, the doubt is the difference that code found, or else the reader's
 * reason. If a statement was not read, only code decides. A value of a field that the user defined is
 * confirmed only if code and the reader both confirm it, because a property cannot show a doubt.
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
