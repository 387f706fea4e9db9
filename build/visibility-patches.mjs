/**
 * Patches of pdf.js that help to find invisible text (see `src/pdf/hidden/`).
 *
 * The patches of `pdf.worker.mjs` report which text of a page might be invisible, without painting the page.
 * When pdf.js extracts text, it skips colours, clips and images, so these patches record them.
 *
 * The plugin then paints the pages with doubtful text, to find out whether people can see that text. For
 * this, the patch of `pdf.mjs` paints blocks in place of text.
 */

/** Functions that are inserted into `getTextContent`, because they use its variables. */
const functions = `
    const BLACK = [0, 0, 0];
    let pathBox = null;
    let pathParts = 0;
    let pathRectangles = 0;
    let isClipping = false;
    const grounds = stateManager.grounds ??= { boxes: [], hasDark: false };
    const layers = [];
    const images = new Set();
    const graphicStates = new Map();
    const colourSpaces = new Map();
    function extendPath(x, y) {
      const [a, b, c, d, e, f] = textState.ctm;
      const [left, bottom] = [a * x + c * y + e, b * x + d * y + f];
      if (pathBox) {
        pathBox[0] = Math.min(pathBox[0], left);
        pathBox[1] = Math.min(pathBox[1], bottom);
        pathBox[2] = Math.max(pathBox[2], left);
        pathBox[3] = Math.max(pathBox[3], bottom);
      } else pathBox = [left, bottom, left, bottom];
    }
    function extendByRectangle(x, y, width, height) {
      extendPath(x, y);
      extendPath(x + width, y);
      extendPath(x + width, y + height);
      extendPath(x, y + height);
    }
    function addCover(box, colour, isImage) {
      if (box[2] - box[0] < 1 || box[3] - box[1] < 1 || textState.isFaint) return;
      if (textContent.covers.length < 12000) {
        textContent.covers.push(...box, textContent.items.length + Number(textContentItem.initialized), Number(isImage));
      }
      if (grounds.boxes.length === 1000) grounds.boxes.shift();
      grounds.boxes.push([box, colour]);
      grounds.hasDark ||= !colour || Math.min(...colour) < 0.6;
    }
    function addImage() {
      const box = pathBox;
      pathBox = null;
      extendByRectangle(0, 0, 1, 1);
      addCover(pathBox, null, true);
      pathBox = box;
    }
    function clipTo(box) {
      const { clip } = textState;
      if (box[0] <= viewBox[0] && box[1] <= viewBox[1] && box[2] >= viewBox[2] && box[3] >= viewBox[3]) return;
      textState.clip = clip ? [Math.max(clip[0], box[0]), Math.max(clip[1], box[1]), Math.min(clip[2], box[2]), Math.min(clip[3], box[3])] : box;
    }
    function followPath(fn, args) {
      if (fn === OPS.rectangle) {
        pathParts++;
        pathRectangles++;
        extendByRectangle(...args);
      } else if (fn < OPS.closePath) {
        if (fn === OPS.moveTo) pathParts++;
        for (let i = 0; i + 1 < args.length; i += 2) extendPath(args[i], args[i + 1]);
      } else if (fn === OPS.clip || fn === OPS.eoClip) isClipping = true;
      else if (fn > OPS.closePath) {
        const isFilled = fn >= OPS.fill && fn < OPS.endPath;
        if (isFilled && pathBox) addCover(pathBox, pathParts === pathRectangles ? colourOf() : null, false);
        if (isClipping) clipTo(pathBox ?? [0, 0, 0, 0]);
        pathBox = null;
        pathParts = pathRectangles = 0;
        isClipping = false;
      }
    }
    function kindOfSpace(name) {
      const known = colourSpaces.get(name);
      if (known) return known;
      let kind = name;
      try {
        const space = resources.get("ColorSpace")?.get(name);
        kind = space instanceof Name ? space.name : Array.isArray(space) ? xref.fetchIfRef(space[0]).name : name;
      } catch {
        kind = "Pattern";
      }
      colourSpaces.set(name, kind);
      return kind;
    }
    function colourOf() {
      return textState.colour === undefined ? BLACK : textState.colour;
    }
    function setColour(values, kind) {
      textState.colour = null;
      if (!values.every(value => typeof value === "number") || /^(?:Pattern|Indexed|Lab)$/.test(kind)) return;
      const [first, second, third, black = 0] = values;
      if (/^(?:Separation|DeviceN)$/.test(kind)) textState.colour = Array(3).fill(1 - Math.max(...values));
      else if (values.length === 1) textState.colour = [first, first, first];
      else if (values.length === 3) textState.colour = [first, second, third];
      else if (values.length === 4) textState.colour = [first, second, third].map(ink => (1 - ink) * (1 - black));
    }
    function followState(fn, args) {
      switch (fn) {
        case OPS.setFillGray:
        case OPS.setFillRGBColor:
        case OPS.setFillCMYKColor:
          setColour(args.slice(), "");
          break;
        case OPS.setFillColorSpace:
          textState.colourSpace = kindOfSpace(args[0]?.name);
          textState.colour = textState.colourSpace === "Pattern" ? null : undefined;
          break;
        case OPS.setFillColor:
        case OPS.setFillColorN:
          setColour(args.slice(), textState.colourSpace ?? "");
          break;
        case OPS.setTextRenderingMode:
          textState.mode = args[0];
          break;
        case OPS.setGState:
          setGraphicState(args[0]?.name);
          break;
        case OPS.beginMarkedContent:
          layers.push(false);
          break;
        case OPS.beginMarkedContentProps:
          layers.push(args[0]?.name === "OC");
          break;
        case OPS.endMarkedContent:
          layers.pop();
          break;
        case OPS.shadingFill:
          addCover(textState.clip ?? viewBox, null, false);
          break;
        case OPS.endInlineImage:
          addImage();
          break;
      }
    }
    function setGraphicState(name) {
      if (!graphicStates.has(name)) {
        let alpha;
        let mask;
        try {
          const state = resources.get("ExtGState")?.get(name);
          alpha = state?.get("ca");
          mask = state?.get("SMask");
        } catch {
          mask = undefined;
        }
        graphicStates.set(name, [alpha, mask]);
      }
      const [alpha, mask] = graphicStates.get(name);
      if (typeof alpha === "number") textState.alpha = alpha;
      if (mask) textState.hasMask = !(mask instanceof Name);
      textState.isFaint = (textState.alpha ?? 1) < 0.15 || !!textState.hasMask;
    }
    function areaOf([a, b, c, d]) {
      return Math.abs(a * d - b * c);
    }
    function longestOf([a, b, c, d]) {
      return Math.max(Math.abs(a) + Math.abs(b), Math.abs(c) + Math.abs(d));
    }
    function mayBeUnseen() {
      const { mode, isFaint, isLayered, clip, font, fontSize, textHScale, textMatrix, ctm } = textState;
      if (mode === 3 || mode === 7 || mode === 1 || mode === 5 || isFaint || isLayered || layers.includes(true)) return 1;
      const colour = colourOf();
      const isDark = !!colour && Math.max(colour[0], colour[1], colour[2]) < 0.7;
      const [stretch, longest] = [Math.abs(textHScale), longestOf(textMatrix) * longestOf(ctm)];
      // The shorter side of a letter is at least its area divided by its longer side.
      const shortest = (Math.abs(fontSize) * stretch * areaOf(textMatrix) * areaOf(ctm)) / (longest * Math.max(1, stretch));
      // Most text of most pages is dark, has a usual size, and has only paper behind it.
      if (isDark && !clip && !grounds.hasDark && shortest > 3) return 0;
      const [a, b, c, d, e, f] = getCurrentTextTransform();
      if (!font.isType3Font && !(areaOf([a, b, c, d]) >= 1.2 * Math.max(Math.hypot(a, b), Math.hypot(c, d)))) return 1;
      const [x, y] = [e + 0.3 * c, f + 0.3 * d];
      if (clip && (x < clip[0] - 1 || x > clip[2] + 1 || y < clip[1] - 1 || y > clip[3] + 1)) return 1;
      if (!colour) return 1;
      if (isDark && !grounds.hasDark) return 0;
      const { boxes } = grounds;
      let ground = [1, 1, 1];
      for (let i = boxes.length - 1; i >= 0; i--) {
        const box = boxes[i][0];
        if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
        ground = boxes[i][1];
        break;
      }
      return !ground || colour.every((part, i) => Math.abs(part - ground[i]) < 0.15) ? 1 : 0;
    }
`;

const formBox = `          const localResources = dict.get("Resources");
              const formState = xObjStateManager.state;
              formState.isLayered = textState.isLayered || layers.includes(true) || dict.has("OC");
              xObjStateManager.grounds = grounds;
              const formBox = lookupNormalRect(dict.getArray("BBox"), null);
              if (formBox) {
                const outer = textState;
                const outerBox = pathBox;
                textState = formState;
                pathBox = null;
                extendByRectangle(formBox[0], formBox[1], formBox[2] - formBox[0], formBox[3] - formBox[1]);
                clipTo(pathBox);
                textState = outer;
                pathBox = outerBox;
              }`;

/** @type {readonly (readonly [anchor: string, replacement: string])[]} */
const changes = [
  ['    const twoLastChars = [" ", " "];', `${functions}    const twoLastChars = [" ", " "];`],
  ['      rules: []\n', '      rules: [],\n      covers: []\n'],
  [
    '      if (length === 0 && textContent.rules.length === 0) {',
    '      if (length === 0 && textContent.rules.length + textContent.covers.length === 0) {',
  ],
  ['      textContent.rules = [];\n', '      textContent.rules = [];\n      textContent.covers = [];\n'],
  [
    '        if (fn >= OPS.moveTo && fn <= OPS.endPath) tracePath(fn, args);',
    `        if (fn >= OPS.moveTo && fn <= OPS.eoClip) {
          if (fn <= OPS.endPath) tracePath(fn, args);
          followPath(fn, args);
        } else followState(fn, args ?? []);`,
  ],
  [
    `      const glyphs = font.charsToGlyphs(chars);
      const scale = textState.fontMatrix[0] * textState.fontSize;
      for (let i = 0, ii = glyphs.length; i < ii; i++) {
        const glyph = glyphs[i];
        const {
          category
        } = glyph;
        if (category.isInvisibleFormatMark) {`,
    `      const glyphs = font.charsToGlyphs(chars);
      const scale = textState.fontMatrix[0] * textState.fontSize;
      const doubt = mayBeUnseen();
      for (let i = 0, ii = glyphs.length; i < ii; i++) {
        const glyph = glyphs[i];
        const {
          category
        } = glyph;
        if (category.isInvisibleFormatMark) {`,
  ],
  [
    '        const textChunk = ensureTextContentItem();',
    `        const textChunk = ensureTextContentItem();
        // The doubt of a glyph is 1 if the glyph may be invisible, otherwise 0. If a glyph of a Type 3 font
        // paints nothing, its doubt is 1. But spaces normally paint nothing, so a space that paints nothing gets
        // the doubt of the text before it.
        const isBlank = font.painted && !font.painted[glyph.operatorListId];
        const glyphDoubt = !isBlank ? doubt : glyph.unicode.trim() === "" ? (textChunk.doubt ?? 0) : 1;
        if (glyphDoubt !== (textChunk.doubt ?? 0)) {
          textChunk.doubt = glyphDoubt;
          const [, , , , x, y] = getCurrentTextTransform();
          (textChunk.doubts ??= []).push(textChunk.str.join("").length, x, y);
        }`,
  ],
  [
    '        hyphens: textChunk.hyphens\n',
    '        hyphens: textChunk.hyphens,\n        doubts: textChunk.doubts\n',
  ],
  [
    '      textContentItem.gaps = textContentItem.gapEdges = textContentItem.hyphens = undefined;',
    `      textContentItem.gaps = textContentItem.gapEdges = textContentItem.hyphens = textContentItem.doubts = undefined;
      textContentItem.doubt = 0;`,
  ],
  [
    `            if (isValidName && emptyXObjectCache.getByName(name)) {
              break;
            }
            next(new Promise(function (resolveXObject`,
    `            if (isValidName && emptyXObjectCache.getByName(name)) {
              if (images.has(name)) addImage();
              break;
            }
            next(new Promise(function (resolveXObject`,
  ],
  [
    `                if (emptyXObjectCache.getByRef(xobj)) {
                  resolveXObject();`,
    `                if (emptyXObjectCache.getByRef(xobj)) {
                  addImage();
                  resolveXObject();`,
  ],
  [
    `                const globalImage = self.globalImageCache.getData(xobj, self.pageIndex);
                if (globalImage) {
                  resolveXObject();`,
    `                const globalImage = self.globalImageCache.getData(xobj, self.pageIndex);
                if (globalImage) {
                  addImage();
                  resolveXObject();`,
  ],
  [
    `              if (type.name !== "Form") {
                emptyXObjectCache.set(name, dict.objId, true);
                resolveXObject();`,
    `              if (type.name !== "Form") {
                images.add(name);
                addImage();
                emptyXObjectCache.set(name, dict.objId, true);
                resolveXObject();`,
  ],
  [
    '          const localResources = dict.get("Resources");\n              enqueueChunk();',
    `${formBox}\n              enqueueChunk();`,
  ],
  // The keys of `painted` are the names of those glyphs of a Type 3 font that paint something.
  ['"charProcOperatorList", "cssFontInfo"', '"charProcOperatorList", "painted", "cssFontInfo"'],
  [
    '      font.charProcOperatorList = charProcOperatorList;\n',
    `      font.charProcOperatorList = charProcOperatorList;
      const paints = ({ fnArray, argsArray }) => fnArray.some((fn, i) => fn === OPS.constructPath ? argsArray[i][0] !== OPS.endPath && argsArray[i][2] !== null : fn === OPS.shadingFill || fn === OPS.showText || fn >= OPS.paintImageMaskXObject && fn <= OPS.paintSolidColorImageMask);
      font.painted = Object.fromEntries(Object.entries(charProcOperatorList).filter(([, list]) => paints(list)).map(([key]) => [key, true]));
`,
  ],
];

/** @type {readonly import('./patches.mjs').Patch[]} */
export const visibilityPatches = [
  ...changes.map(([anchor, replacement]) => ({
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'Text that nobody sees must not reach a digest, and pdf.js does not report how text is painted.',
    anchor,
    replacement,
  })),
  {
    file: 'pdfjs-dist/legacy/build/pdf.mjs',
    reason:
      'A page is painted twice, once without its text and once with blocks in place of its text. Where the two ' +
      'differ, people can see text (see `src/pdf/hidden/`). Fonts are not shipped, and blocks do not need them.',
    anchor: `  showText(glyphs) {
    const current = this.current;`,
    replacement: `  showBlocks(glyphs) {
    const { ctx, current } = this;
    const { font, fontSize, fontDirection, textRenderingMode } = current;
    const scale = fontSize * current.fontMatrix[0];
    const { vertical } = font;
    let length = 0;
    // Some glyphs of a Type 3 font paint nothing, so each glyph that paints something has its own block.
    const blocks = font.painted ? [] : null;
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        length += ((vertical ? 1 : -1) * glyph * fontSize) / 1000;
        continue;
      }
      const width = vertical ? -(glyph.vmetric || font.defaultVMetrics)[0] : glyph.width;
      const spacing = (glyph.isSpace ? current.wordSpacing : 0) + current.charSpacing;
      const start = length;
      length += width * scale + (vertical ? -spacing : spacing) * fontDirection;
      if (blocks && font.painted[glyph.operatorListId]) blocks.push([start, length - start]);
    }
    ctx.save();
    if (current.textMatrix) ctx.transform(...current.textMatrix);
    ctx.translate(current.x, current.y + current.textRise);
    const isPainted = this.contentVisible && textRenderingMode !== TextRenderingMode.INVISIBLE && textRenderingMode !== TextRenderingMode.ADD_TO_PATH;
    if (isPainted) {
      const mode = textRenderingMode & TextRenderingMode.FILL_STROKE_MASK;
      if (mode === TextRenderingMode.STROKE) ctx.fillStyle = current.patternStroke ? "#808080" : ctx.strokeStyle;
      else if (current.patternFill) ctx.fillStyle = "#808080";
      if (vertical) ctx.fillRect(-fontSize / 2, -length, fontSize, length);
      else {
        const stretch = current.textHScale * fontDirection;
        for (const [start, width] of blocks ?? [[0, length]]) ctx.fillRect(start * stretch, 0, width * stretch, 0.7 * fontSize);
      }
    }
    ctx.restore();
    if (vertical) current.y -= length;
    else current.x += length * current.textHScale * fontDirection;
    this.compose();
    return undefined;
  }
  showText(glyphs) {
    switch (this.canvasFactory.textAs) {
      case "nothing":
        return undefined;
      case "blocks":
        return this.showBlocks(glyphs);
    }
    const current = this.current;`,
  },
];
