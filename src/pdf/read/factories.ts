import { createCanvas } from './canvas';

/** The binary files that pdf.js requests by name. */
export interface PdfAssets {
  /** @throws Error when there is no CMap of that name. */
  cmap(name: string): Promise<Uint8Array>;
  openjpeg(): Promise<Uint8Array>;
}

interface CanvasAndContext {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** What pdf.js paints for each piece of text: its characters, a block in their place, or nothing. */
type TextAs = 'text' | 'blocks' | 'nothing';

let textAs: TextAs = 'text';

/**
 * Runs `paint`. Until `paint` ends, pdf.js paints every text as `kind` says. `kind` is stored globally, which
 * is safe because the worker paints one page at a time.
 */
export async function withTextAs<Result>(kind: TextAs, paint: () => Promise<Result>): Promise<Result> {
  textAs = kind;
  try {
    return await paint();
  } finally {
    textAs = 'text';
  }
}

class OffscreenCanvasFactory {
  /** Our build of pdf.js (`build/visibility-patches.mjs`) reads this property. */
  get textAs(): TextAs {
    return textAs;
  }

  create(width: number, height: number): CanvasAndContext {
    return createCanvas(width, height);
  }

  reset(target: CanvasAndContext, width: number, height: number): void {
    if (target.canvas === null) throw new Error('The canvas was destroyed.');
    target.canvas.width = width;
    target.canvas.height = height;
  }

  /** A size of zero frees the pixels at once instead of at the next garbage collection. */
  destroy(target: CanvasAndContext): void {
    if (target.canvas !== null) {
      target.canvas.width = 0;
      target.canvas.height = 0;
    }
    target.canvas = null;
    target.context = null;
  }
}

/** pdf.js makes filters as SVG elements, but a worker has no web page for them. Few PDFs need filters. */
class NoFilterFactory {
  addFilter(): string {
    return 'none';
  }
  addHCMFilter(): string {
    return 'none';
  }
  addAlphaFilter(): string {
    return 'none';
  }
  addLuminosityFilter(): string {
    return 'none';
  }
  addHighlightHCMFilter(): string {
    return 'none';
  }
  destroy(): void {
    // There is nothing to free.
  }
}

/** The standard fonts are not part of the plugin, because text can be read without them. */
class NoStandardFonts {
  fetch(): Promise<never> {
    return Promise.reject(new Error('Standard fonts are not shipped.'));
  }
}

interface CMap {
  readonly cMapData: Uint8Array;
  readonly isCompressed: true;
}

/** Returns the factory classes for `getDocument`, which use the given assets. */
export function createFactories(assets: PdfAssets): Record<string, unknown> {
  return {
    CMapReaderFactory: class {
      async fetch({ name }: { readonly name: string }): Promise<CMap> {
        return { cMapData: await assets.cmap(name), isCompressed: true };
      }
    },
    WasmFactory: class {
      fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
        if (filename !== 'openjpeg.wasm') return Promise.reject(new Error(`${filename} is not shipped.`));
        return assets.openjpeg();
      }
    },
    StandardFontDataFactory: NoStandardFonts,
    CanvasFactory: OffscreenCanvasFactory,
    FilterFactory: NoFilterFactory,
  };
}
