import { describe, expect, it } from 'vitest';
import { boxText, boxTextExamples } from '../../../../src/pdf/layout/box-text';
import { cellRunExamples, cellRuns } from '../../../../src/pdf/layout/cell-run';
import { dropCapExamples, withDropCaps } from '../../../../src/pdf/layout/drop-cap';
import type { Example } from '../../../../src/pdf/layout/example';
import { justifiedExamples, justifiedLength } from '../../../../src/pdf/layout/justified-line';
import { lateCellExamples, withLateCells } from '../../../../src/pdf/layout/late-cell';
import { lineExamples, lineOf, stretchesOf } from '../../../../src/pdf/layout/line';
import { appendLine, lineJoinExamples } from '../../../../src/pdf/layout/line-join';
import { hasSectionNumber, listMarker, listMarkerExamples, sectionNumberExamples } from '../../../../src/pdf/layout/marker';
import { overprintExamples, withoutOverprints } from '../../../../src/pdf/layout/overprint';
import { plainCharacterExamples, plainCharacters } from '../../../../src/pdf/layout/plain-characters';
import { pagePhraseExamples, shapeExamples, shapeOf, statesPage } from '../../../../src/pdf/layout/running';
import { fromRight, fromRightExamples } from '../../../../src/pdf/layout/right-to-left';
import { plainText } from '../../../../src/pdf/layout/sourced-text';
import { breakExamples, breakRules } from '../../../../src/pdf/layout/paragraph-break-examples';
import { headingExamples, isHeading } from '../../../../src/pdf/layout/heading';
import { continuationExamples, continuesAfterBreak } from '../../../../src/pdf/layout/continuation';
import { trackingExamples, wordGaps } from '../../../../src/pdf/layout/tracking';
import { spaceBetween, spaceBetweenExamples } from '../../../../src/pdf/layout/spacing';

function examples<Before, After>(rule: string, all: readonly Example<Before, After>[], apply: (before: Before) => After): void {
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
examples('wordGaps', trackingExamples, wordGaps);
examples('withDropCaps', dropCapExamples, (lines) => withDropCaps(lines).map(({ text }) => text));
examples('spaceBetween', spaceBetweenExamples, spaceBetween);
examples('stretchesOf', lineExamples, (boxes) => stretchesOf(boxes).map((stretch) => lineOf(stretch, 1).text));
examples('justifiedLength', justifiedExamples, (pieces) => justifiedLength(pieces, 0, undefined));
examples('appendLine', lineJoinExamples, ([first, second]) => {
  const text = span(first);
  appendLine(text, span(second));
  return plainText(text);
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
examples('continuesAfterBreak', continuationExamples, ([last, next, body]) => continuesAfterBreak(last, next, body));
for (const rule of breakRules) {
  const own = breakExamples.filter((example) => example.rule === rule.name);
  examples(rule.name, own, rule);
  it(`${rule.name} has examples both ways`, () => {
    expect(new Set(own.map(({ after }) => after)).size).toBe(2);
  });
}
