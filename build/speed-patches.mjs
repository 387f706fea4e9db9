/** Patches with which pdf.js extracts the same text in less time. */

const WORKER = 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/**
 * @param {string} reason
 * @param {readonly (readonly [anchor: string, replacement: string])[]} changes
 * @returns {readonly import('./patches.mjs').Patch[]}
 */
function faster(reason, changes) {
  return changes.map(([anchor, replacement]) => ({ file: WORKER, reason, anchor, replacement }));
}

/** @type {readonly import('./patches.mjs').Patch[]} */
export const speedPatches = [
  ...faster(
    'pdf.js computes the position of each glyph twice, and creates five arrays for it. After a ' +
      'glyph without extra spacing, the position of the next one is already known.',
    [
      [
        `      const tsm = [textState.fontSize * textState.textHScale, 0, 0, textState.fontSize, 0, textState.textRise];`,
        `      const { fontSize, textRise, textMatrix, ctm } = textState;
      let glyphScale = 1;`,
      ],
      [
        `          tsm[3] *= glyphHeight * textState.fontMatrix[3];
        }
      }
      return Util.transform(textState.ctm, Util.transform(textState.textMatrix, tsm));
    }
    function ensureTextContentItem() {`,
        `          glyphScale = glyphHeight * textState.fontMatrix[3];
        }
      }
      const [width, height] = [fontSize * textState.textHScale, fontSize * glyphScale];
      const [a, b] = [textMatrix[0] * width, textMatrix[1] * width];
      const [c, d] = [textMatrix[2] * height, textMatrix[3] * height];
      const x = textMatrix[2] * textRise + textMatrix[4];
      const y = textMatrix[3] * textRise + textMatrix[5];
      return [ctm[0] * a + ctm[2] * b, ctm[1] * a + ctm[3] * b, ctm[0] * c + ctm[2] * d, ctm[1] * c + ctm[3] * d, ctm[0] * x + ctm[2] * y + ctm[4], ctm[1] * x + ctm[3] * y + ctm[5]];
    }
    function ensureTextContentItem() {`,
      ],
      [
        `    function compareWithLastPosition(glyphWidth) {
      const currentTransform = getCurrentTextTransform();`,
        `    function compareWithLastPosition(glyphWidth, known = null) {
      const currentTransform = known ?? getCurrentTextTransform();`,
      ],
      ['      const doubt = mayBeUnseen();', '      const doubt = mayBeUnseen();\n      let known = null;'],
      [
        `        let glyphWidth = glyph.width;
        if (font.vertical) {
          glyphWidth = glyph.vmetric`,
        `        const place = known;
        known = null;
        let glyphWidth = glyph.width;
        if (font.vertical) {
          glyphWidth = glyph.vmetric`,
      ],
      [
        'if (!category.isZeroWidthDiacritic && !compareWithLastPosition(scaledDim)) {',
        'if (!category.isZeroWidthDiacritic && !compareWithLastPosition(scaledDim, place)) {',
      ],
      [
        '          textChunk.prevTransform = getCurrentTextTransform();',
        `          textChunk.prevTransform = getCurrentTextTransform();
          if (!charSpacing) known = textChunk.prevTransform;`,
      ],
    ],
  ),
  ...faster('Long strings rarely occur again, and caching them takes memory and time.', [
    [
      '    return this._charsCache[chars] = glyphs;',
      '    return chars.length > 16 ? glyphs : (this._charsCache[chars] = glyphs);',
    ],
    [
      '    let glyphs = this._charsCache[chars];',
      '    let glyphs = chars.length > 16 ? null : this._charsCache[chars];',
    ],
  ]),
  ...faster(
    'Many producers list all pages in one node. For each page, pdf.js searches this list from its beginning; with the ' +
      'patch, it continues where the last search ended.',
    [
      [
        `    let currentPageIndex = 0;
    while (nodesToVisit.length) {
      const currentNode = nodesToVisit.pop();`,
        `    let currentPageIndex = 0;
    while (nodesToVisit.length) {
      const rest = nodesToVisit.at(-1);
      let currentNode;
      if (rest instanceof KidsToVisit) {
        if (rest.at === rest.kids.length) {
          nodesToVisit.pop();
          continue;
        }
        if (rest.isTop) this.#reached = { at: rest.at, index: currentPageIndex };
        currentNode = rest.kids[rest.at++];
      } else currentNode = nodesToVisit.pop();`,
      ],
      [
        `      for (let last = kids.length - 1; last >= 0; last--) {
        const lastKid = kids[last];
        nodesToVisit.push(lastKid);
        if (currentNode === this.toplevelPagesDict && lastKid instanceof Ref && !pageDictCache.has(lastKid)) {
          pageDictCache.put(lastKid, xref.fetchAsync(lastKid));
        }
      }`,
        `      const isTop = currentNode === this.toplevelPagesDict;
      const isKnown = isTop && currentPageIndex === 0 && this.#reached.index <= pageIndex;
      if (isKnown) currentPageIndex = this.#reached.index;
      nodesToVisit.push(new KidsToVisit(kids, isKnown ? this.#reached.at : 0, isTop));`,
      ],
      [
        '  async getPageDict(pageIndex) {',
        '  #reached = { at: 0, index: 0 };\n  async getPageDict(pageIndex) {',
      ],
      [
        'class Catalog {',
        'class KidsToVisit {\n  constructor(kids, at, isTop) {\n    Object.assign(this, { kids, at, isTop });\n  }\n}\nclass Catalog {',
      ],
    ],
  ),
];
