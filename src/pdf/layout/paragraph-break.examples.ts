import type { Example } from './example';
import type { Line } from './line';
import {
  addsSpace,
  beginsListItem,
  beginsRow,
  changesFont,
  changesSize,
  continuesInNextColumn,
  endsShort,
  indentsFirstLine,
  isNotJustBelow,
  leavesColumn,
  returnsFromHangingIndent,
} from './paragraph-break';
import { alignsRight, beginsLabel, endsInLeaders, endsTypedLine, leavesHalf, shiftsEdge } from './own-line';
import type { LinePair } from './paragraph-pair';

/** Every rule about two neighbouring lines. */
export const breakRules = [
  isNotJustBelow,
  changesSize,
  leavesColumn,
  beginsRow,
  beginsListItem,
  returnsFromHangingIndent,
  endsShort,
  indentsFirstLine,
  addsSpace,
  changesFont,
  continuesInNextColumn,
  beginsLabel,
  endsInLeaders,
  shiftsEdge,
  leavesHalf,
  alignsRight,
  endsTypedLine,
] as const;

/** Makes a line. Each character is 5 points wide, unless `more` has another right edge. */
function line(text: string, left: number, y: number, more: Partial<Line> = {}): Line {
  const right = left + 5 * text.length;
  return {
    spans: [],
    text,
    left,
    right,
    y,
    size: 10,
    angle: 0,
    font: 'body',
    oneFont: true,
    fixedPitch: false,
    rightToLeft: false,
    ...more,
  };
}

/** Two lines in a column from x = 100 to x = 300, on a page whose lines are usually 12 points apart. */
function pair(above: Line, below: Line, more: Partial<LinePair> = {}): LinePair {
  const column = { left: 100, right: 300 };
  return {
    paragraph: [above],
    above,
    below,
    next: undefined,
    aboveMargins: column,
    belowMargins: column,
    leading: 1.2,
    ...more,
  };
}

const full = line('A line that reaches the right edge', 100, 700, { right: 299 });
const short = line('It ends here.', 100, 700);
const rest = line('and goes on below it', 100, 688);
const capital = line('Another sentence', 100, 688);

/** An example of one rule. `after` is the result of the rule for the pair `before`. */
interface BreakExample extends Example<LinePair, boolean> {
  readonly rule: string;
}

type Rule = (pair: LinePair) => boolean;

const of = (rule: Rule, why: string, before: LinePair, after: boolean): BreakExample => ({
  rule: rule.name,
  why,
  before,
  after,
});

export const breakExamples: readonly BreakExample[] = [
  of(isNotJustBelow, 'A line at the usual distance is just below.', pair(full, rest), false),
  of(
    isNotJustBelow,
    'A line after an empty line is not just below.',
    pair(full, line('and', 100, 676)),
    true,
  ),
  of(
    isNotJustBelow,
    'A line that is higher on the page is not just below.',
    pair(full, line('and', 320, 780)),
    true,
  ),
  of(
    changesSize,
    'The size changes between a heading and its text.',
    pair(line('Title', 100, 700, { size: 14 }), rest),
    true,
  ),
  of(
    changesSize,
    'A rounding difference is not a change of size.',
    pair(full, line('and', 100, 688, { size: 10.02 })),
    false,
  ),
  of(
    leavesColumn,
    'A text to the right of the line above leaves the column.',
    pair(short, line('aside', 250, 688)),
    true,
  ),
  of(leavesColumn, 'The next line of the same column stays in the column.', pair(full, rest), false),
  of(
    beginsRow,
    'The first row of a table begins below the caption.',
    pair(line('Table 1: all of the prices', 100, 700), line('Item', 100, 688), {
      next: line('Price', 160, 688),
    }),
    true,
  ),
  of(
    beginsRow,
    'The second line of a cell does not begin a row.',
    pair(line('Item of', 100, 700), line('sale', 100, 688), { next: line('Price', 160, 688) }),
    false,
  ),
  of(beginsListItem, 'A bullet begins an item.', pair(full, line('• milk', 100, 688)), true),
  of(
    beginsListItem,
    'A number after a sentence begins an item.',
    pair(short, line('2. Then', 100, 688)),
    true,
  ),
  of(
    beginsListItem,
    'A number in the middle of a sentence does not begin an item.',
    pair(full, line('12. Then', 100, 688)),
    false,
  ),
  of(
    returnsFromHangingIndent,
    'Text at the place of the marker does not belong to the item above.',
    pair(line('milk', 112, 688), line('After the list', 100, 676), {
      paragraph: [line('• a', 100, 700), line('milk', 112, 688)],
    }),
    true,
  ),
  of(
    returnsFromHangingIndent,
    'The item continues at its hanging indent.',
    pair(line('milk', 112, 688), line('and more', 112, 676), {
      paragraph: [line('• a', 100, 700), line('milk', 112, 688)],
    }),
    false,
  ),
  of(endsShort, 'A line ends short if the next word would have fitted.', pair(short, capital), true),
  of(endsShort, 'A full line does not end short.', pair(full, capital), false),
  of(
    endsShort,
    'A ragged line does not end short if the sentence continues with a small letter.',
    pair(line('A line that', 100, 700), rest),
    false,
  ),
  of(
    indentsFirstLine,
    'An indented line after the end of a sentence begins a paragraph.',
    pair(line('It ends here.', 100, 700), line('New', 115, 688)),
    true,
  ),
  of(
    indentsFirstLine,
    'A line with the same indent as the line above continues the paragraph.',
    pair(line('It ends.', 120, 700), line('New', 120, 688), { aboveMargins: { left: 120, right: 300 } }),
    false,
  ),
  of(
    indentsFirstLine,
    'A hanging indent below a numbered heading continues the heading.',
    pair(line('2 A heading of some', 100, 700), line('length', 115, 688), {
      next: line('Text', 100, 660),
      paragraph: [line('2 A heading of some', 100, 700)],
      belowMargins: { left: 115, right: 300 },
    }),
    false,
  ),
  of(
    indentsFirstLine,
    'The second line of a numbered clause continues the clause.',
    pair(line('1.2 The Provider shall appoint a', 100, 700), line('manager', 115, 688), {
      next: line('1.3 Either', 100, 676),
    }),
    false,
  ),
  of(
    addsSpace,
    'More space than usual after a sentence begins a paragraph.',
    pair(short, line('New', 100, 685)),
    true,
  ),
  of(addsSpace, 'The usual space does not begin a paragraph.', pair(short, capital), false),
  of(
    changesFont,
    'The font changes between a bold line and its text.',
    pair(line('Terms', 100, 700, { font: 'bold' }), capital),
    true,
  ),
  of(
    changesFont,
    'A sentence that begins in bold can continue in the usual font.',
    pair(line('Terms', 100, 700, { font: 'bold' }), rest),
    false,
  ),
  of(
    continuesInNextColumn,
    'An unfinished sentence in a full line continues at the top of the next column.',
    pair(full, line('and goes on', 320, 780), { belowMargins: { left: 320, right: 520 } }),
    true,
  ),
  of(
    continuesInNextColumn,
    'A finished sentence does not continue in the next column.',
    pair({ ...full, text: 'It ends here, at the very edge.' }, line('Then', 320, 780), {
      belowMargins: { left: 320, right: 520 },
    }),
    false,
  ),
  of(
    beginsLabel,
    'A label below a label begins a paragraph.',
    pair(line('Name: Keller', 100, 700), line('Age: 33', 100, 688)),
    true,
  ),
  of(
    beginsLabel,
    'A Chinese label below a Chinese label begins a paragraph.',
    pair(line('甲方：北京某某公司', 100, 700), line('乙方（承租人）：李四', 100, 688)),
    true,
  ),
  of(
    beginsLabel,
    'A colon in running text does not make a label.',
    pair(full, line('Note: it', 100, 688)),
    false,
  ),
  of(
    endsInLeaders,
    'An entry of a table of contents ends in leaders.',
    pair(line('Preface . . . . . . 3', 100, 700), line('Chapter 1 . . . . 13', 100, 688)),
    true,
  ),
  of(endsInLeaders, 'An ellipsis is not a leader.', pair(line('and so on...', 100, 700), rest), false),
  of(
    shiftsEdge,
    'An indented line below a short line shifts the edge.',
    pair(line('sealed', 100, 700), line('nested', 130, 688)),
    true,
  ),
  of(
    shiftsEdge,
    'A full first line with an indent does not shift the edge.',
    pair(line('A line', 120, 700, { right: 299 }), rest),
    false,
  ),
  of(
    leavesHalf,
    'An item without a visible bullet can leave half of the line empty.',
    pair(line('all windows', 100, 700), line('the main valve, behind the boiler of it', 100, 688)),
    true,
  ),
  of(
    leavesHalf,
    'Lines that end at the same edge, as beside a picture, do not leave half of the line empty.',
    pair(line('all windows', 100, 700), line('are closed', 100, 688, { right: 160 })),
    false,
  ),
  of(
    alignsRight,
    'The address of a sender is aligned at the right edge.',
    pair(line('', 220, 700, { right: 300 }), line('', 250, 688, { right: 300 })),
    true,
  ),
  of(
    alignsRight,
    'A first line with an indent is not aligned at the right edge.',
    pair(line('', 120, 700, { right: 300 }), line('', 100, 688, { right: 300 })),
    false,
  ),
  of(
    endsTypedLine,
    'A line of code ends although the next word would have fitted.',
    pair(line('begin', 100, 700, { fixedPitch: true }), line('end', 100, 688, { fixedPitch: true })),
    true,
  ),
  of(
    endsTypedLine,
    'A line of monospaced running text ends because the next word would not have fitted.',
    pair({ ...full, fixedPitch: true }, line('and goes on', 100, 688, { fixedPitch: true })),
    false,
  ),
];
