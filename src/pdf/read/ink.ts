/**
 * Minimum difference in lightness (0–255) between ink and paper. Paper is seldom uniform, so smaller
 * differences are not ink.
 */
const INK_CONTRAST = 40;

/**
 * Returns the share of pixels that are not paper, from 0 to 1. Paper can also be grey or black, so the most
 * frequent lightness is taken as paper.
 * @param pixels red, green, blue and alpha of each pixel
 */
export function inkShare(pixels: Uint8ClampedArray): number {
  const count = pixels.length >> 2;
  if (count === 0) return 0;
  const histogram = new Uint32Array(256);
  for (let at = 0; at < pixels.length; at += 4) {
    const lightness =
      (299 * (pixels[at] ?? 0) + 587 * (pixels[at + 1] ?? 0) + 114 * (pixels[at + 2] ?? 0)) / 1000;
    const bin = Math.round(lightness);
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  const paper = histogram.indexOf(Math.max(...histogram));
  return (
    histogram.reduce(
      (ink, here, lightness) => (Math.abs(lightness - paper) > INK_CONTRAST ? ink + here : ink),
      0,
    ) / count
  );
}
