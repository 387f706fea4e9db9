import type { PageInput, TextItemInput } from '../../../../src/pdf/layout';

export interface Put {
  readonly size?: number;
  readonly font?: string;
  readonly dir?: string;
  /** The rotation in degrees, counter-clockwise. */
  readonly turn?: number;
  /** The width of a character divided by the size. The default is 1 for ideographs, otherwise 0.5. */
  readonly advance?: number;
}

/** Makes a text item in the form of pdf.js. `x` and `y` are in points. */
export function item(str: string, x: number, y: number, put: Put = {}): TextItemInput {
  const { size = 10, font = 'body', dir = 'ltr', turn = 0, advance } = put;
  const cos = Math.cos((turn * Math.PI) / 180) * size;
  const sin = Math.sin((turn * Math.PI) / 180) * size;
  const width = [...str].reduce(
    (sum, character) => sum + size * (advance ?? (character >= '\u2e80' ? 1 : 0.5)),
    0,
  );
  return {
    str,
    dir,
    transform: [cos, sin, -sin, cos, x, y],
    width,
    height: size,
    fontName: font,
    hasEOL: false,
  };
}

/** Makes lines that are 12 points apart. */
export function lines(texts: readonly string[], x: number, y: number, put: Put = {}): TextItemInput[] {
  return texts.map((text, index) => item(text, x, y - 12 * index, put));
}

export function page(items: readonly TextItemInput[], number = 1, more: Partial<PageInput> = {}): PageInput {
  return { number, width: 600, height: 800, view: [0, 0, 600, 800], rotate: 0, items, styles: {}, ...more };
}
