import type { TooltipOptions } from 'obsidian';

/** Default distance between an element and its tooltip, in px. */
const defaultGap = 8;

function removeTooltips(): void {
  for (const shown of document.querySelectorAll('.tooltip')) shown.remove();
}

/** Position of a tooltip's top left corner, in px of the window. */
function placed(box: DOMRect, tip: DOMRect, options: TooltipOptions): { left: number; top: number } {
  const gap = options.gap ?? defaultGap;
  const centreX = box.left + (box.width - tip.width) / 2;
  const centreY = box.top + (box.height - tip.height) / 2;
  const spots = {
    bottom: { left: centreX, top: box.bottom + gap },
    top: { left: centreX, top: box.top - gap - tip.height },
    left: { left: box.left - gap - tip.width, top: centreY },
    right: { left: box.right + gap, top: centreY },
  };
  const spot = spots[options.placement ?? 'bottom'];
  return {
    left: Math.max(4, Math.min(spot.left, window.innerWidth - tip.width - 4)),
    top: Math.max(4, Math.min(spot.top, window.innerHeight - tip.height - 4)),
  };
}

/**
 * Shows a tooltip at an element now, instead of any other tooltip. The tooltip disappears when the pointer
 * leaves the element.
 */
export function displayTooltip(
  target: HTMLElement,
  content: string | DocumentFragment,
  options: TooltipOptions = {},
): void {
  removeTooltips();
  const tip = document.body.createDiv({ cls: ['tooltip', ...(options.classes ?? [])] });
  tip.append(content);
  const spot = placed(target.getBoundingClientRect(), tip.getBoundingClientRect(), options);
  tip.setCssProps({ '--tooltip-left': `${String(spot.left)}px`, '--tooltip-top': `${String(spot.top)}px` });
  target.addEventListener('pointerleave', removeTooltips, { once: true });
  target.addEventListener('pointerdown', removeTooltips, { once: true });
}

/**
 * Adds a tooltip to an element. The tooltip is shown while the pointer is over the element. Its text is also
 * the accessible label of the element.
 */
export function setTooltip(target: HTMLElement, tooltip: string, options: TooltipOptions = {}): void {
  const hadOne = target.hasAttribute('aria-label');
  target.setAttribute('aria-label', tooltip);
  target.setAttribute('data-tooltip-position', options.placement ?? 'bottom');
  if (hadOne) return;
  target.addEventListener('pointerenter', () => {
    const text = target.getAttribute('aria-label') ?? '';
    if (text !== '') displayTooltip(target, text, options);
  });
}
