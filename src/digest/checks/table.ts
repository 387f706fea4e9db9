import type { Check, Claim, Contradiction } from './check';
import { cells } from './cells';
import { contacts } from './contacts';
import { dates } from './dates';
import { identifiers } from './identifiers';
import { labels } from './labels';
import { names } from './names';
import { numbers } from './numbers';
import { orders } from './orders';

/** All checks, in the order in which they run. The first contradiction that is found is shown. */
export const CHECKS: readonly Check[] = [labels, cells, contacts, identifiers, dates, numbers, names, orders];

/** Returns the first contradiction between a statement and the document, and the check that found it. */
export function contradictionOf(
  claim: Claim,
): { readonly check: Check; readonly found: Contradiction } | undefined {
  for (const check of CHECKS) {
    const found = check.run(claim);
    if (found !== undefined) return { check, found };
  }
  return undefined;
}
