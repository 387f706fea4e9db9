import { describe, expect, it } from 'vitest';
import type { Check, CheckExample, Claim } from '../../../../src/digest/checks/check';
import { cells } from '../../../../src/digest/checks/cells';
import { examples as cellsExamples } from '../../../../src/digest/checks/cells.examples';
import { contacts } from '../../../../src/digest/checks/contacts';
import { examples as contactsExamples } from '../../../../src/digest/checks/contacts.examples';
import { dates } from '../../../../src/digest/checks/dates';
import { examples as datesExamples } from '../../../../src/digest/checks/dates.examples';
import { identifiers } from '../../../../src/digest/checks/identifiers';
import { examples as identifiersExamples } from '../../../../src/digest/checks/identifiers.examples';
import { labels } from '../../../../src/digest/checks/labels';
import { examples as labelsExamples } from '../../../../src/digest/checks/labels.examples';
import { names } from '../../../../src/digest/checks/names';
import { examples as namesExamples } from '../../../../src/digest/checks/names.examples';
import { numbers } from '../../../../src/digest/checks/numbers';
import { examples as numbersExamples } from '../../../../src/digest/checks/numbers.examples';
import { orders } from '../../../../src/digest/checks/orders';
import { examples as ordersExamples } from '../../../../src/digest/checks/orders.examples';
import { CHECKS, contradictionOf } from '../../../../src/digest/checks/table';
import { evidenceIn, Source } from '../../../../src/digest/passages/source';
import { passageOf } from '../../../../src/digest/passages/tie';
import { documentOf } from '../document';

const ALL: readonly (readonly [Check, readonly CheckExample[]])[] = [
  [labels, labelsExamples],
  [cells, cellsExamples],
  [contacts, contactsExamples],
  [identifiers, identifiersExamples],
  [dates, datesExamples],
  [numbers, numbersExamples],
  [names, namesExamples],
  [orders, ordersExamples],
];

function claimOf({ lines, text, fact, refs }: CheckExample): Claim {
  const source = new Source(documentOf(lines));
  const passage = passageOf(source, refs);
  const cited = source.around(refs, 0);
  return {
    source,
    words: text,
    stated: evidenceIn(text),
    cited,
    passage,
    ...(fact === undefined ? {} : { fact }),
  };
}

describe.each(ALL)('the check of $name', (check, examples) => {
  it.each(examples)(`the check of ${check.name} gives the expected result for “$text”`, (example) => {
    const found = check.run(claimOf(example));
    if (example.found === undefined) expect(found).toBeUndefined();
    else expect(found?.found ?? null).toBe(example.found);
    // No other check may contradict a correct example, either.
    if (example.found === undefined) expect(contradictionOf(claimOf(example))).toBeUndefined();
  });

  it(`the check of ${check.name} has correct and contradicted examples`, () => {
    expect(examples.some(({ found }) => found === undefined)).toBe(true);
    expect(examples.some(({ found }) => found !== undefined)).toBe(true);
  });
});

it('every check has examples here, in the order of `CHECKS`', () => {
  expect(ALL.map(([check]) => check)).toEqual(CHECKS);
});
