import type { Verdict } from '../../llm/model';
import { doubtOf, type Settled } from '../assemble';
import type { Examined } from '../examine';
import type { Doubt } from '../digest';

/** True for a statement that code alone cannot confirm and that has a passage to be read against. */
export function needsReading({ wordForWord, tied }: Examined): boolean {
  return !wordForWord && tied.cited.length > 0;
}

/**
 * What becomes of a statement. Word for word, or supported by the second reader, it stands, also where code
 * found two values that the reader calls the same. Not supported, it has the values that differ as its doubt,
 * else the reader's reason. Unread, it has the doubt of code alone.
 */
export function settle(examined: Examined, verdict: Verdict | undefined): Settled {
  const inCode = doubtOf(examined);
  const doubt = verdict === undefined ? inCode : judged(verdict, inCode);
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
