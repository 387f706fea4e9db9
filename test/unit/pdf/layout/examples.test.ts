import { describe, expect, it } from 'vitest';
import { boxText, boxTextExamples } from '../../../../src/pdf/layout/box-text.examples';
import { cellRuns } from '../../../../src/pdf/layout/cell-run';
import { cellRunExamples } from '../../../../src/pdf/layout/cell-run.examples';
import { continuesAfterBreak } from '../../../../src/pdf/layout/continuation';
import { continuationExamples } from '../../../../src/pdf/layout/continuation.examples';
import { withDivisionsUndone } from '../../../../src/pdf/layout/division';
import { withDropCaps } from '../../../../src/pdf/layout/drop-cap';
import { dropCapExamples } from '../../../../src/pdf/layout/drop-cap.examples';
import type { Example } from '../../../../src/pdf/layout/example';
import { isHeading } from '../../../../src/pdf/layout/heading';
import { headingExamples } from '../../../../src/pdf/layout/heading.examples';
import { justifiedLength } from '../../../../src/pdf/layout/justified-line';
import { justifiedExamples } from '../../../../src/pdf/layout/justified-line.examples';
import { withLateCells } from '../../../../src/pdf/layout/late-cell';
import { lateCellExamples } from '../../../../src/pdf/layout/late-cell.examples';
import { lineOf, stretchesOf } from '../../../../src/pdf/layout/line';
import { appendLine } from '../../../../src/pdf/layout/line-join';
import { lineJoinExamples } from '../../../../src/pdf/layout/line-join.examples';
import { lineExamples } from '../../../../src/pdf/layout/line.examples';
import { hasSectionNumber, listMarker } from '../../../../src/pdf/layout/marker';
import { listMarkerExamples, sectionNumberExamples } from '../../../../src/pdf/layout/marker.examples';
import { withoutOverprints } from '../../../../src/pdf/layout/overprint';
import { overprintExamples } from '../../../../src/pdf/layout/overprint.examples';
import { breakExamples, breakRules } from '../../../../src/pdf/layout/paragraph-break.examples';
import {
  plainCharacterExamples,
  plainCharacters,
} from '../../../../src/pdf/layout/plain-characters.examples';
import { signOf } from '../../../../src/pdf/layout/private-use';
import { signExamples } from '../../../../src/pdf/layout/private-use.examples';
import { fromRight } from '../../../../src/pdf/layout/right-to-left';
import { fromRightExamples } from '../../../../src/pdf/layout/right-to-left.examples';
import { shapeOf, statesPage } from '../../../../src/pdf/layout/running';
import { pagePhraseExamples, shapeExamples } from '../../../../src/pdf/layout/running.examples';
import { plainText } from '../../../../src/pdf/layout/sourced-text';
import { spaceBetween } from '../../../../src/pdf/layout/spacing';
import { spaceBetweenExamples } from '../../../../src/pdf/layout/spacing.examples';
import { spreadWord, spreadWordExamples } from '../../../../src/pdf/layout/spread-word.examples';
import { wordGaps } from '../../../../src/pdf/layout/tracking';
import { trackingExamples } from '../../../../src/pdf/layout/tracking.examples';

function examples<Before, After>(
  rule: string,
  all: readonly Example<Before, After>[],
  apply: (before: Before) => After,
): void {
  describe(rule, () => {
    it.each(all.map((example) => [example.why, example] as const))('%s', (_, { before, after }) => {
      expect(apply(before)).toEqual(after);
    });
  });
}

const span = (text: string) => [{ text, page: 1, item: 0, from: 0 }];

examples('withoutOverprints', overprintExamples, (boxes) => withoutOverprints(boxes).map(({ text }) => text));
examples('boxSpans', boxTextExamples, boxText);
examples('withPlainCharacters', plainCharacterExamples, plainCharacters);
examples('fromRight', fromRightExamples, (boxes) => fromRight(boxes).map(({ text }) => text));
examples('signOf', signExamples, ([code, typeface]) => signOf(code, typeface));
examples('isSpreadWord', spreadWordExamples, spreadWord);
examples('wordGaps', trackingExamples, wordGaps);
examples('withDropCaps', dropCapExamples, (lines) => withDropCaps(lines).map(({ text }) => text));
examples('spaceBetween', spaceBetweenExamples, spaceBetween);
examples('stretchesOf', lineExamples, (boxes) =>
  stretchesOf(boxes).map((stretch) => lineOf(stretch, 1).text),
);
examples('justifiedLength', justifiedExamples, (pieces) => justifiedLength(pieces, 0, undefined));
examples('appendLine', lineJoinExamples, ([first, second]) => {
  const text = span(first);
  appendLine(text, span(second));
  return plainText(withDivisionsUndone(text, new Set()));
});
examples('listMarker', listMarkerExamples, listMarker);
examples('hasSectionNumber', sectionNumberExamples, hasSectionNumber);
examples('cellRuns', cellRunExamples, (lines) => cellRuns(lines).map((run) => run.length));
examples('statesPage', pagePhraseExamples, ([text, page]) => statesPage({ text }, page));
examples('shapeOf', shapeExamples, (text) => {
  const { shape, numbers } = shapeOf(text);
  return [shape, numbers] as const;
});
examples('withLateCells', lateCellExamples, (lines) => withLateCells(lines).map(({ y }) => y));
examples('isHeading', headingExamples, ([block, body]) => isHeading(block, body));
examples('continuesAfterBreak', continuationExamples, ([last, next, body]) =>
  continuesAfterBreak(last, next, body),
);
for (const rule of breakRules) {
  const own = breakExamples.filter((example) => example.rule === rule.name);
  examples(rule.name, own, rule);
  it(`${rule.name} has examples with the result true and with the result false`, () => {
    expect(new Set(own.map(({ after }) => after)).size).toBe(2);
  });
}
