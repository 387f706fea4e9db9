/** A canvas with its 2D context. */
export interface Canvas {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
}

/**
 * Makes a canvas that is not part of a web page. `width` and `height` are in pixels. To free the canvas's
 * memory at once, set `canvas.width` and `canvas.height` to zero.
 * @throws Error when the engine returns no 2D context (out of graphics memory).
 */
export function createCanvas(width: number, height: number): Canvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The engine returned no 2D context for an offscreen canvas.');
  return { canvas, context };
}
