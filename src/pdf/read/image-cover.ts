import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The operators of a page, as pdf.js returns them. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

type Matrix = readonly number[];

/**
 * Number of cells along each side of the grid on the page. An image covers a cell if it covers the centre of
 * the cell.
 */
const CELLS = 32;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * Returns the share of the page that images cover, from 0 to 1. An area under several images is counted once,
 * and clipping is ignored.
 * @param view the visible part of the page in page space: left, bottom, right, top
 */
export function imageCover(operators: OperatorList, view: readonly number[]): number {
  const covered = new Set<number>();
  let current = IDENTITY;
  const saved: Matrix[] = [];
  operators.fnArray.forEach((operator, index) => {
    const given = operators.argsArray[index];
    const args: readonly unknown[] = Array.isArray(given) ? given : [];
    if (opens.has(operator)) saved.push(current);
    if (operator === OPS.transform) current = multiply(current, args);
    else if (operator === OPS.paintFormXObjectBegin) current = multiply(current, args[0]);
    else if (closes.has(operator)) current = saved.pop() ?? IDENTITY;
    for (const placed of placements(operator, args)) cover(covered, multiply(current, placed), view);
  });
  return covered.size / (CELLS * CELLS);
}

/** Returns the names of the painted images that pdf.js stores outside of the operator list. */
export function imageNames({ fnArray, argsArray }: OperatorList): readonly string[] {
  return fnArray.flatMap((operator, index) => {
    const args = argsArray[index];
    const name: unknown = stored.has(operator) && Array.isArray(args) ? args[0] : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

const stored = new Set<number>([OPS.paintImageXObject, OPS.paintImageXObjectRepeat]);
const opens = new Set<number>([OPS.save, OPS.paintFormXObjectBegin]);
const closes = new Set<number>([OPS.restore, OPS.paintFormXObjectEnd]);

/** Returns one matrix for each image that an operator paints: from the unit square to the image's place. */
function placements(operator: number, args: readonly unknown[]): readonly unknown[] {
  switch (operator) {
    case OPS.paintImageXObject:
    case OPS.paintInlineImageXObject:
    case OPS.paintImageMaskXObject:
      return [IDENTITY];
    case OPS.paintImageXObjectRepeat:
      return repeated([args[1], 0, 0, args[2]], args[3]);
    case OPS.paintImageMaskXObjectRepeat:
      return repeated(args.slice(1, 5), args[5]);
    case OPS.paintInlineImageXObjectGroup:
      return transformsOf(args[1]);
    case OPS.paintImageMaskXObjectGroup:
      return transformsOf(args[0]);
    default:
      return [];
  }
}

/**
 * Returns the matrices of one image that is painted at several places. `places` is a flat list of x and y.
 */
function repeated(scale: readonly unknown[], places: unknown): readonly unknown[] {
  if (!(places instanceof Float32Array)) return [];
  return Array.from({ length: places.length >> 1 }, (_, at) => [
    ...scale,
    places[2 * at],
    places[2 * at + 1],
  ]);
}

function transformsOf(images: unknown): readonly unknown[] {
  if (!Array.isArray(images)) return [];
  return images.map((image: unknown) =>
    typeof image === 'object' && image !== null && 'transform' in image ? image.transform : undefined,
  );
}

function isMatrix(value: unknown): value is Matrix {
  return Array.isArray(value) && value.length === 6 && value.every((part) => typeof part === 'number');
}

function multiply(outer: Matrix, inner: unknown): Matrix {
  const matrix = inner instanceof Float32Array ? [...inner] : inner;
  if (!isMatrix(matrix)) return outer;
  const product: unknown = Util.transform([...outer], [...matrix]);
  return isMatrix(product) ? product : outer;
}

function cover(covered: Set<number>, matrix: Matrix, view: readonly number[]): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix;
  const [left = 0, bottom = 0, right = 0, top = 0] = view;
  const columns = cellsBetween(e + Math.min(0, a, c, a + c), e + Math.max(0, a, c, a + c), left, right);
  const rows = cellsBetween(f + Math.min(0, b, d, b + d), f + Math.max(0, b, d, b + d), bottom, top);
  for (let row = rows.first; row <= rows.last; row += 1) {
    for (let column = columns.first; column <= columns.last; column += 1) covered.add(row * CELLS + column);
  }
}

/**
 * Divides the range from `low` to `high` into cells, and returns the first and the last cell whose centre is
 * between `from` and `to`.
 */
function cellsBetween(from: number, to: number, low: number, high: number): { first: number; last: number } {
  const cell = (high - low) / CELLS;
  return {
    first: Math.max(0, Math.ceil((from - low) / cell - 0.5)),
    last: Math.min(CELLS - 1, Math.floor((to - low) / cell - 0.5)),
  };
}
