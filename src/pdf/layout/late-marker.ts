import type { Line } from './line';
import { hasBullet, isMarkerOnly } from './marker';

type Placed = Pick<Line, 'text' | 'left' | 'right' | 'y' | 'size' | 'angle'>;

/** Maximum difference in height between a bullet and its item, as a share of the font size of the item. */
const LEVEL = 0.45;
/** Maximum distance between a bullet and its item, in font sizes of the item. */
const FARTHEST = 4;
/**
 * Maximum number of bullets that are not drawn right before their items. A page with more such bullets is a
 * diagram, or the PDF is hostile.
 */
const MOST_BULLETS = 300;

/** Moves bullets to their items if the bullets were drawn before or after all other text of a list. */
export function withLateMarkers<L extends Placed>(lines: readonly L[]): readonly L[] {
  const moved = new Map<L, L>();
  const markers = lines.filter((line, index) => isBullet(line) && !isBeside(line, lines[index + 1]));
  if (markers.length === 0 || markers.length > MOST_BULLETS) return lines;
  const taken = new Set<L>();
  for (const marker of markers) {
    let item: L | undefined;
    for (const line of lines) {
      if (!isBeside(marker, line) || taken.has(line) || isBullet(line)) continue;
      if (!item || line.left < item.left) item = line;
    }
    if (!item) continue;
    taken.add(item);
    moved.set(item, marker);
  }
  const gone = new Set(moved.values());
  return lines.flatMap((line) => {
    if (gone.has(line)) return [];
    const marker = moved.get(line);
    return marker ? [marker, line] : [line];
  });
}

function isBullet({ text }: Placed): boolean {
  return text.length <= 2 && hasBullet(text) && isMarkerOnly(text);
}

function isBeside(marker: Placed, line: Placed | undefined): boolean {
  if (!line || line === marker || line.angle !== marker.angle) return false;
  const gap = line.left - marker.right;
  return (
    Math.abs(line.y - marker.y) < LEVEL * line.size && gap > -0.5 * line.size && gap < FARTHEST * line.size
  );
}
