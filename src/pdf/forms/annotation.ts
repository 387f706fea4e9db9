import type { TextItemInput } from '../layout';

/**
 * A form field, or text that was typed onto the page, from `getAnnotations` of pdf.js. Lengths are in points
 * and positions in page space.
 */
export interface TypedAnnotation {
  readonly kind: 'text' | 'choice' | 'mark' | 'free-text';
  /** Left, bottom, right, top. */
  readonly rect: readonly [number, number, number, number];
  /**
   * The lines of the value, or the chosen options. Empty if only the appearance (the field as the PDF draws
   * it) has text.
   */
  readonly lines: readonly string[];
  /** True for a check box or a radio button that is set. */
  readonly checked: boolean;
  /** True when each character of the value has its own cell. */
  readonly isComb: boolean;
  /** Font size; 0 when the viewer chooses it. */
  readonly size: number;
  /** Colour of the text: red, green and blue, from 0 to 255; absent when the PDF has none. */
  readonly colour?: readonly number[];
  /** Colour of the background, in the same form. */
  readonly ground?: readonly number[];
  /** The text items with which the appearance shows the value, placed on the page; may be empty. */
  readonly drawn: readonly TextItemInput[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Converts an annotation that pdf.js returned. The result is undefined if the annotation is hidden, is a
 * field for a password, is too small to be read, or has none of the kinds of {@link TypedAnnotation}.
 */
export function typedAnnotation(data: unknown): TypedAnnotation | undefined {
  if (!isFields(data) || data['hidden'] === true || data['password'] === true) return undefined;
  const rect = rectOf(data['rect']);
  const kind = kindOf(data);
  if (rect === undefined || kind === undefined) return undefined;
  const defaults = isFields(data['defaultAppearanceData']) ? data['defaultAppearanceData'] : {};
  const colour = coloursOf(defaults['fontColor']);
  const ground = coloursOf(data['backgroundColor']);
  return {
    kind,
    rect,
    lines: linesOf(kind, data),
    checked: isChecked(data),
    isComb: data['comb'] === true,
    size: typeof defaults['fontSize'] === 'number' ? Math.abs(defaults['fontSize']) : 0,
    drawn: kind === 'text' || kind === 'free-text' || isCombo(data) ? drawnItems(data) : [],
    ...(colour === undefined ? {} : { colour }),
    ...(ground === undefined ? {} : { ground }),
  };
}

function kindOf(data: Fields): TypedAnnotation['kind'] | undefined {
  if (data['subtype'] === 'FreeText') return 'free-text';
  if (data['subtype'] !== 'Widget') return undefined;
  if (data['fieldType'] === 'Tx') return 'text';
  if (data['fieldType'] === 'Ch') return 'choice';
  return data['checkBox'] === true || data['radioButton'] === true ? 'mark' : undefined;
}

/**
 * A list box draws all options, so its appearance does not show the value. A combo box draws the chosen
 * option.
 */
function isCombo({ fieldType, combo }: Fields): boolean {
  return fieldType === 'Ch' && combo === true;
}

function isChecked({ checkBox, fieldValue, exportValue, buttonValue }: Fields): boolean {
  const on = checkBox === true ? exportValue : buttonValue;
  if (typeof fieldValue !== 'string' || fieldValue === 'Off') return false;
  return typeof on === 'string' ? fieldValue === on : checkBox === true;
}

function linesOf(kind: TypedAnnotation['kind'], data: Fields): readonly string[] {
  switch (kind) {
    case 'text':
      return breakLines(data['fieldValue']);
    case 'choice':
      return chosen(data);
    case 'free-text': {
      const contents = data['contentsObj'];
      return breakLines(isFields(contents) ? contents['str'] : undefined);
    }
    case 'mark':
      return [];
  }
}

function breakLines(value: unknown): readonly string[] {
  if (typeof value !== 'string') return [];
  return value
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function chosen({ fieldValue, options }: Fields): readonly string[] {
  const values: readonly unknown[] = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  const known: readonly unknown[] = Array.isArray(options) ? options : [];
  return values.flatMap((value) => {
    if (typeof value !== 'string' || value.trim() === '') return [];
    const option = known.find((each) => isFields(each) && each['exportValue'] === value);
    const shown = isFields(option) ? option['displayValue'] : undefined;
    return breakLines(typeof shown === 'string' && shown.trim() !== '' ? shown : value);
  });
}

/**
 * Returns the text items of the appearance, placed on the page. Our build of pdf.js (`build/patches.mjs`)
 * adds the items and their matrix.
 */
function drawnItems({ drawn, drawnMatrix }: Fields): readonly TextItemInput[] {
  if (!Array.isArray(drawn) || !isMatrix(drawnMatrix)) return [];
  const [a = 1, b = 0] = drawnMatrix;
  const scale = Math.hypot(a, b);
  return drawn.filter(isItem).map((item) => ({
    ...item,
    transform: placed(drawnMatrix, item.transform),
    width: item.width * scale,
    height: item.height * scale,
  }));
}

function placed(outer: readonly number[], inner: readonly number[]): readonly number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function isItem(value: unknown): value is TextItemInput {
  return isFields(value) && typeof value['str'] === 'string' && isMatrix(value['transform']);
}

function isMatrix(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length === 6 && value.every((part) => typeof part === 'number');
}

/** Minimum width and height of a field, in points. Text in a smaller field cannot be read. */
const LEAST_SIDE = 2;

function rectOf(value: unknown): TypedAnnotation['rect'] | undefined {
  if (!Array.isArray(value) || !value.every((side) => typeof side === 'number')) return undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = value;
  return right - left < LEAST_SIDE || top - bottom < LEAST_SIDE ? undefined : [left, bottom, right, top];
}

function coloursOf(value: unknown): readonly number[] | undefined {
  return value instanceof Uint8ClampedArray && value.length === 3 ? Array.from(value) : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
