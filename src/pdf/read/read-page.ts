import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { logTrouble } from '../../log';
import type { Page } from '../document';
import { layoutPage, type PageInput, type PageLayout, type TextItemInput } from '../layout';
import { countFonts, countOfAll, kindOfPage, type PageLook, soundItems } from '../quality';
import { typedAnnotation } from '../forms/annotation';
import { withTyped } from '../forms/place-typed';
import { type Typed, typedItems } from '../forms/typed-items';
import { budget, DOCUMENT_LIMITS } from './budget';
import { noticingDamage } from './damage';
import { imageCover, imageNames, type OperatorList } from './image-cover';
import { inkShare } from './ink';
import { pagePixels } from './render-page';
import { type PageContent, textContent } from './text-content';
import { visibleText } from './visible-text';

/**
 * A resolution that is sufficient to find ink. Even at this resolution, a poster would have millions of
 * pixels, so their number is limited.
 */
const THUMBNAIL = { dpi: 36, maxPixels: 500_000 };

/**
 * A page before its paragraphs are made. All pages are needed for making paragraphs: running headers are
 * found by comparing pages, and a paragraph can continue on the next page.
 */
export interface ReadPage {
  readonly page: Omit<Page, 'paragraphs'>;
  readonly layout: PageLayout;
}

/** The amount of text that a document may still have. */
export class TextBudget {
  #characters = DOCUMENT_LIMITS.characters;
  #items = DOCUMENT_LIMITS.items;
  #isSpent = false;

  /**
   * Must be called before a page is parsed.
   * @throws BudgetExceeded when an earlier page exceeded the limit
   */
  begin(): void {
    if (this.#isSpent) budget.exceed('text');
  }

  /** Counts the items of a page that was read. @throws BudgetExceeded when the document has too much text */
  spend(items: readonly TextItemInput[]): void {
    const characters = items.reduce((sum, { str }) => sum + str.length, 0);
    if (characters > this.#characters || items.length > this.#items) {
      this.#isSpent = true;
      budget.exceed('text');
    }
    this.#characters -= characters;
    this.#items -= items.length;
  }
}

/**
 * Reads the text of a page and finds its kind. It never throws: a page that pdf.js cannot read becomes
 * `unreadable`, or `too-complex` when it needs more memory or work than `budget` allows.
 */
export async function readPage(
  document: PDFDocumentProxy,
  number: number,
  text = new TextBudget(),
): Promise<ReadPage> {
  let page: PDFPageProxy | undefined;
  budget.begin();
  try {
    text.begin();
    page = await document.getPage(number);
    const read = await readOpened(page, number, text);
    // pdf.js often catches `BudgetExceeded` and continues, so the budget is checked here.
    return budget.isExceeded ? unreadPage(number, 'too-complex') : read;
  } catch (reason) {
    logTrouble('page-unreadable', reason, { page: number });
    return unreadPage(number, budget.isExceeded ? 'too-complex' : 'unreadable');
  } finally {
    page?.cleanup();
  }
}

async function readOpened(page: PDFPageProxy, number: number, budgetOfText: TextBudget): Promise<ReadPage> {
  const {
    result: { text, typed },
    damaged,
  } = await noticingDamage(() => textOf(page));
  const { width, height } = page.getViewport({ scale: 1 });
  const { isTypedOn, covers, ...content } = text;
  const view = viewOf(page);
  const { items: visible, hidden } = await visibleText(page, text, view);
  const own: PageInput = { number, width, height, view, rotate: page.rotate, ...content, items: visible };
  const items = withTyped(own, typed);
  budgetOfText.spend(items);
  const fonts = countFonts(recodedItems(items, own.recodings), own.styles);
  const isAtEdge = (): boolean => isAllAtEdge(items, page);
  const looksLike = await kindOfPage(countOfAll(fonts), appearanceOf(page), isAtEdge);
  // Unreliable text is left out, because later stages would treat it as words of the document.
  const sound = looksLike === 'garbage' ? soundItems(items, fonts) : items;
  const kind =
    damaged && looksLike === 'blank' ? 'unreadable' : sound && looksLike === 'garbage' ? 'text' : looksLike;
  const isInPart = kind === 'text' && (damaged || looksLike === 'garbage');
  return {
    page: {
      number,
      kind,
      width,
      height,
      ...(isInPart ? { damaged: true } : {}),
      ...(hidden === '' ? {} : { hidden }),
    },
    layout: layoutPage({ ...own, items: sound ?? [] }),
  };
}

interface TextOfPage {
  readonly text: PageContent;
  readonly typed: readonly Typed[];
}

async function textOf(page: PDFPageProxy): Promise<TextOfPage> {
  const text = await textContent(page);
  return { text, typed: text.isTypedOn ? await typedOn(page) : [] };
}

/** Reads the text that was typed into a page's form fields or onto the page. */
async function typedOn(page: PDFPageProxy): Promise<readonly Typed[]> {
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' });
  return annotations.flatMap((data) => {
    const annotation = typedAnnotation(data);
    return annotation === undefined ? [] : [{ annotation, items: typedItems(annotation) }];
  });
}

/** Returns the items, with corrected text in the fonts whose codes pdf.js reads wrongly. */
function recodedItems(
  items: readonly TextItemInput[],
  recodings: PageInput['recodings'],
): readonly TextItemInput[] {
  if (recodings === undefined || recodings.size === 0) return items;
  return items.map((item) => {
    const pieces = recodings.get(item.fontName)?.(item);
    return pieces ? { ...item, str: pieces.map(({ text }) => text).join('') } : item;
  });
}

/** The top and the bottom of a page each have this share of its height. */
const EDGE = 0.15;

/** True when all text of a page is at its top or bottom, like the headers that are stamped on scans. */
function isAllAtEdge(items: readonly TextItemInput[], page: PDFPageProxy): boolean {
  const [left, bottom, right, top] = viewOf(page);
  const isTurned = page.rotate % 180 !== 0;
  const [low, high] = isTurned ? [left, right] : [bottom, top];
  return items.every(({ str, transform }) => {
    const place = ((transform[isTurned ? 4 : 5] ?? 0) - low) / (high - low || 1);
    return str.trim() === '' || place < EDGE || place > 1 - EDGE;
  });
}

function appearanceOf(page: PDFPageProxy): PageLook {
  // pdf.js decodes all images to make the list of operators, so the list is requested only once. It is
  // requested before painting, because painting frees the images.
  let seen: Promise<ImagesSeen> | undefined;
  const see = (): Promise<ImagesSeen> => (seen ??= examineImages(page));
  return {
    imageCover: async () => (await see()).cover,
    lacksImage: async () => (await see()).lacksImage,
    ink: async () => {
      await see();
      return inkShare(await pagePixels(page, THUMBNAIL));
    },
  };
}

interface ImagesSeen {
  readonly cover: number;
  readonly lacksImage: boolean;
}

async function examineImages(page: PDFPageProxy): Promise<ImagesSeen> {
  const operators: OperatorList = await page.getOperatorList({ intent: 'print' });
  return {
    cover: imageCover(operators, page.view),
    lacksImage: (await Promise.all(imageNames(operators).map((name) => decoded(page, name)))).includes(null),
  };
}

/**
 * Waits for an image, because pdf.js may decode it only after the list of operators is complete. The result
 * is null for an image that pdf.js cannot decode.
 */
async function decoded(page: PDFPageProxy, name: string): Promise<unknown> {
  // Images that several pages use are stored with the document.
  const images = name.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    images.get(name, resolve);
  });
}

/** US Letter in points; a page that cannot be read gets this size. */
const LETTER = { width: 612, height: 792 };

/** Returns a page without text, for a page that was not read. */
export function unreadPage(number: number, kind: 'unreadable' | 'too-complex'): ReadPage {
  const items: readonly TextItemInput[] = [];
  const { width, height } = LETTER;
  const empty: PageInput = {
    number,
    width,
    height,
    view: [0, 0, width, height],
    rotate: 0,
    items,
    styles: {},
  };
  return { page: { number, kind, width, height }, layout: layoutPage(empty) };
}

function viewOf(page: PDFPageProxy): PageInput['view'] {
  const [left = 0, bottom = 0, right = LETTER.width, top = LETTER.height] = page.view;
  return [left, bottom, right, top];
}
