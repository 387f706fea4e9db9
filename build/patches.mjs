/**
 * The patches that the build applies to dependencies. Each patch replaces a text in a file of an installed
 * package. The build stops if the text does not occur exactly once, for example after an update of the
 * package.
 */
import { speedPatches } from './speed-patches.mjs';
import { visibilityPatches } from './visibility-patches.mjs';

/**
 * A patch replaces either `anchor`, or everything from `from` up to but not including `upTo`.
 * @typedef {{ file: string, reason: string, replacement: string }} Change
 * @typedef {Change & { anchor: string }} Replacement
 * @typedef {Change & { from: string, upTo: string }} Cut
 * @typedef {Replacement | Cut} Patch
 */

/** The value of `upTo` for a patch that replaces everything to the end of the file. */
export const END = '';

/**
 * The versions for which a person checked that the remaining code does not need the removed parts.
 * @type {Readonly<Record<string, string>>}
 */
export const checkedVersions = { 'pdfjs-dist': '5.3.93', openai: '6.49.0', valibot: '1.5.0' };

const probeEval = {
  reason: 'Reviewers of the bundle reject code that is created from strings; pdf.js works without it.',
  anchor: `  try {
    new Function("");
    return true;
  } catch {
    return false;
  }`,
  replacement: '  return false;',
};

/**
 * Removes core-js, which both halves of pdf.js (`pdf.mjs` and `pdf.worker.mjs`) contain completely. The
 * remaining code calls only three functions of core-js. If the JavaScript engine lacks them,
 * `src/workers/document/newer-builtins.ts` provides them.
 * @param {string} half
 * @returns {Patch}
 */
function withoutCoreJs(half) {
  return {
    file: `pdfjs-dist/legacy/build/${half}`,
    reason: 'pdf.js uses three functions of core-js; its two complete copies would be 40 KB of main.js.',
    from: '/******/ var __webpack_modules__ = ({',
    upTo: ';// ./src/shared/util.js',
    replacement: 'function __webpack_require__() {}',
  };
}

/**
 * Code that reports damaged content, which pdf.js would skip without an error. With the report, the note can
 * mention the page (see `src/pdf/read/damage.ts`).
 */
const reportBrokenStream = 'globalThis.dispatchEvent(new Event("brokenstream"));';

/**
 * @param {string} anchor
 * @param {string} replacement
 * @returns {Patch}
 */
function brokenContent(anchor, replacement) {
  const reason =
    'pdf.js silently returns less text for a page with damaged content, so the plugin must report it.';
  return { file: 'pdfjs-dist/legacy/build/pdf.worker.mjs', reason, anchor, replacement };
}

/**
 * Makes patches that count the memory and the work that a PDF needs in pdf.js, because a hostile PDF may need
 * too much of both (see `src/pdf/read/budget.ts`).
 * @param {readonly (readonly [anchor: string, replacement: string])[]} changes
 * @returns {readonly Patch[]}
 */
function counted(changes) {
  const reason = 'pdf.js has no limit here, and a small file can make it allocate gigabytes.';
  return changes.map(([anchor, replacement]) => ({
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason,
    anchor,
    replacement,
  }));
}

/** @param {string} line @param {string} count */
const before = (line, count) => /** @type {const} */ ([line, `${count}\n${line}`]);

/** @param {string} line @param {string} count */
const after = (line, count) => /** @type {const} */ ([line, `${line}\n${count}`]);

/**
 * Makes a patch that lets other tasks run between two steps of a page.
 * @param {string} ready the property that a step waits for
 * @returns {Patch}
 */
function interruptible(ready) {
  return {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason:
      'Both halves of pdf.js run in one thread, and one page could keep the thread busy for long. The browser would ' +
      'then end the worker by force, and Chromium sometimes crashes if this happens in a call of a `ReadableStream`.',
    anchor: `Promise.all([promise, ${ready}])`,
    replacement: `Promise.all([promise, ${ready}, budget.turn()])`,
  };
}

const countedPlaces = counted([
  // A benchmark may run pdf.js without the rest of the plugin. `pdfBudget` is missing then, and nothing is
  // counted.
  before(
    'class ParserEOFException extends BaseException {',
    'const budget = globalThis.pdfBudget ?? { bytes() {}, objects() {}, operators() {}, text() {}, keep() {}, turn() {}, weight: 0 };',
  ),
  before('    const buffer2 = new Uint8Array(size);', '    budget.bytes(size - buffer.byteLength);'),
  after(
    '            array.push(this.getObj(cipherTransform));',
    '            if ((array.length & 63) === 0) budget.objects(64);',
  ),
  after('          const array = [];', '          budget.objects(4);'),
  after('          const dict = new Dict(this.xref);', '          budget.objects(12);'),
  after('            dict.set(key, this.getObj(cipherTransform));', '            budget.objects(4);'),
  before(
    '        this.preprocessCommand(fn, args);',
    '        budget.operators(fn === OPS.paintXObject ? 20 : 1);',
  ),
  after('  charsToGlyphs(chars) {', '    budget.text(chars.length);'),
  // Ranges of codes: two functions that fill a CMap, two loops that read tables of widths, and the loop that
  // reads format 12 of a font's `cmap` table.
  after(
    '  mapCidRange(low, high, dstLow) {\n    if (high - low > MAX_MAP_RANGE) {\n      throw new Error("mapCidRange - ignoring data above MAX_MAP_RANGE.");\n    }',
    '    if (high > low) budget.objects(high - low);',
  ),
  after(
    '  mapBfRange(low, high, dstLow) {\n    if (high - low > MAX_MAP_RANGE) {\n      throw new Error("mapBfRange - ignoring data above MAX_MAP_RANGE.");\n    }',
    '    if (high > low) budget.objects(2 * (high - low));',
  ),
  before(
    '            for (let j = start; j <= code; j++) {\n              glyphsWidths[j] = width;',
    '            if (code > start) budget.objects(code - start);',
  ),
  before(
    '              for (let j = start; j <= code; j++) {\n                glyphsVMetrics[j]',
    '              if (code > start) budget.objects(code - start);',
  ),
  before(
    '          for (let charCode = startCharCode; charCode <= endCharCode; charCode++) {',
    '          if (endCharCode > startCharCode) budget.objects(4 * (endCharCode - startCharCode));',
  ),
  // Objects that pdf.js keeps, and tables and images whose size is outside of their data.
  before('    this.lookup = new Uint8Array(length);', '    budget.bytes(length);'),
  before('    this.codingLine = new Uint32Array(this.columns + 1);', '    budget.bytes(8 * this.columns);'),
  before('    const imageMask = dict.get("IM", "ImageMask") || false;', '    budget.bytes(4 * w * h);'),
  after('    const length = width * height * numComps;', '    budget.bytes(length);'),
  before('        const entry = {};\n        entry.offset = parser.getObj();', '        budget.objects(8);'),
  before('        const entry = {};\n        entry.offset = offset;', '        budget.objects(8);'),
  before('    const nums = new Array(n);', '    budget.objects(2 * n);'),
  before('    this._pendingRefs.put(ref);\n    try {', '    const { weight } = budget;'),
  after(
    '      xrefEntry = xrefEntry.uncompressed ? this.fetchUncompressed(ref, xrefEntry, suppressEncryption) : this.fetchCompressed(ref, xrefEntry, suppressEncryption);',
    '      budget.keep(weight);',
  ),
  // Images whose size is in their data.
  before(
    '    component.blockData = new Int16Array(blocksBufferSize);',
    '    budget.bytes(2 * blocksBufferSize);',
  ),
  before(
    '    const buffer = new Uint8ClampedArray(rowSize * info.height);',
    '    budget.bytes(rowSize * info.height);',
  ),
  ...[
    'function decodeBitmap(mmr, width, height, templateIndex, prediction, skip, at, decodingContext) {',
    'function decodeRefinement(width, height, templateIndex, referenceBitmap, offsetX, offsetY, prediction, at, decodingContext) {',
    'function decodeTextRegion(huffman, refinement, width, height, defaultPixelValue, numberOfSymbolInstances, stripSize, inputSymbols, symbolCodeLength, transposed, dsOffset, referenceCorner, combinationOperator, huffmanTables, refinementTemplateIndex, refinementAt, decodingContext, logStripSize, huffmanInput) {',
  ].map((line) => after(line, '  budget.bytes(width * height);')),
  before(
    '  const regionBitmap = [];',
    '  budget.bytes(regionWidth * regionHeight + 4 * gridWidth * gridHeight);',
  ),
  // pdf.js decodes a large JPEG 2000 image at a lower resolution. The resolution depends on the free memory.
  // The budget must be the same on every device, so it counts the highest resolution that pdf.js allows: 1 GB
  // of pixels.
  before(
    '    if (!this.#modulePromise) {',
    '    const { width, height, componentsCount } = JpxImage.parseImageProperties(new Stream(bytes));\n' +
      '    const samples = width * height * componentsCount;\n' +
      '    const reduction = reducePower ? Math.max(0, Math.ceil(Math.log2(samples / 2 ** 28) / 2)) : 0;\n' +
      '    budget.bytes((2 * samples) / 4 ** reduction);',
  ),
  after(
    '        chunks.push(chunk);\n        totalLength += chunk.byteLength;',
    '        budget.bytes(2 * chunk.byteLength);',
  ),
  // The maximum memory of OpenJPEG in bytes.
  ['    var getHeapMax = () => 2147483648;', '    var getHeapMax = () => 671088640;'],
]);

const typedTextReason =
  'The plugin needs the text that was typed into a form, and its position on the page (see `src/pdf/forms/`). Both ' +
  'are in annotations. Reading the annotations of every page would be slow, and most pages have no annotation with ' +
  'text. So, if a page has a form field or a free-text annotation, pdf.js reports this: at the end of the page, it ' +
  'sends one more chunk, which has no text (`isTypedOn`).';

/** @type {readonly Patch[]} */
const typedText = [
  [
    `    const buffer = [];
    let firstPosition = null;`,
    `    const buffer = [];
    const drawn = [];
    let firstPosition = null;`,
  ],
  [
    '          firstPosition ||= item.transform.slice(-2);',
    '          firstPosition ||= item.transform.slice(-2);\n          drawn.push(item);',
  ],
  [
    '      this.data.textContent = text;',
    `      this.data.textContent = text;
      this.data.drawn = drawn;
      const placing = matrix || IDENTITY_MATRIX;
      this.data.drawnMatrix = Util.transform(getTransformMatrix(this.data.rect, bbox || [0, 0, 1, 1], placing), placing);`,
  ],
  [
    `      viewBox: this.view,
      lang,
      intersector
    });
  }`,
    `      viewBox: this.view,
      lang,
      intersector
    }).then(() => {
      if (this.annotations.some(annotation => this.#holdsText(annotation))) {
        sink?.enqueue({ items: [], styles: Object.create(null), isTypedOn: true }, 0);
      }
    });
  }
  #holdsText(annotation) {
    try {
      const subtype = this.xref.fetchIfRef(annotation)?.get?.("Subtype");
      return isName(subtype, "Widget") || isName(subtype, "FreeText");
    } catch {
      return false;
    }
  }`,
  ],
].map(([anchor = '', replacement = '']) => ({
  file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
  reason: typedTextReason,
  anchor,
  replacement,
}));

const attachmentReason =
  'The plugin reads attachments to find invoices (see `src/pdf/attachments/`). It reads at most 8 XML files, and at ' +
  'most 2 MB of each, because a small file can unpack to gigabytes. It also reads files that the catalog of the PDF ' +
  'lists only under `AF`, and not under `EmbeddedFiles`.';

/** @type {readonly Patch[]} */
const boundedAttachments = [
  ['      content = fileObj.getBytes();', '      content = fileObj.getBytes(2_000_001);'],
  [
    `    const obj = this.#catDict.get("Names");
    let attachments = null;
    if (obj instanceof Dict && obj.has("EmbeddedFiles")) {
      const nameTree = new NameTree(obj.getRaw("EmbeddedFiles"), this.xref);
      for (const [key, value] of nameTree.getAll()) {
        const fs = new FileSpec(value, this.xref);
        attachments ??= Object.create(null);
        attachments[stringToPDFString(key, true)] = fs.serializable;
      }
    }`,
    `    const obj = this.#catDict.get("Names");
    let attachments = null;
    const specs = [];
    if (obj instanceof Dict && obj.has("EmbeddedFiles")) {
      specs.push(...new NameTree(obj.getRaw("EmbeddedFiles"), this.xref).getAll().values());
    }
    const associated = this.#catDict.getArray("AF");
    if (Array.isArray(associated)) specs.push(...associated);
    for (const spec of specs) {
      const fs = new FileSpec(this.xref.fetchIfRef(spec), this.xref);
      const name = spec && fs.root ? fs.filename : "";
      if (!/\\.xml$/i.test(name) || attachments?.[name]) continue;
      attachments ??= Object.create(null);
      attachments[name] = fs.serializable;
      if (Object.keys(attachments).length === 8) break;
    }`,
  ],
].map(([anchor = '', replacement = '']) => ({
  file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
  reason: attachmentReason,
  anchor,
  replacement,
}));

/** @type {readonly Patch[]} */
const freshDecoder = [
  ['class JpxImage {', 'class JpxImage {\n  static #compiled = null;'],
  [
    `      const results = await WebAssembly.instantiate(this.#buffer, imports);
      return successCallback(results.instance);
    } catch (reason) {
      warn(\`JpxImage`,
    `      this.#compiled ||= await WebAssembly.compile(this.#buffer);
      return successCallback(await WebAssembly.instantiate(this.#compiled, imports));
    } catch (reason) {
      warn(\`JpxImage`,
  ],
  [
    '    const module = await this.#modulePromise;',
    `    const starting = this.#modulePromise;
    this.#modulePromise = null;
    const module = await starting;`,
  ],
  [
    `    } finally {
      if (ptr) {
        module._free(ptr);
      }
    }
  }
  static cleanup() {
    this.#modulePromise`,
    `    } finally {
      // The memory is released together with the module.
    }
  }
  static cleanup() {
    this.#modulePromise`,
  ],
].map(([anchor = '', replacement = '']) => ({
  file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
  reason:
    'A broken JPEG 2000 image damages the memory of OpenJPEG. When OpenJPEG decodes the next image, it then reads ' +
    'outside of its memory. In some versions of Chromium, this crashes the whole app. So each image is decoded in ' +
    'new memory.',
  anchor,
  replacement,
}));

/** @type {readonly Patch[]} */
export const patches = [
  ...countedPlaces,
  interruptible('sink?.ready'),
  interruptible('operatorList.ready'),
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'When compressed content is truncated, the plugin still reads the text before the damage.',
    anchor: `  readBlock() {
    let buffer, hdr, len;
    const str = this.str;`,
    replacement: `  readBlock() {
    try {
      this.readWholeBlock();
    } catch (ex) {
      if (!(ex instanceof FormatError)) throw ex;
      this.#endsStreamOnError(ex.message);
    }
  }
  readWholeBlock() {
    let buffer, hdr, len;
    const str = this.str;`,
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason:
      'When compressed content is truncated, the bytes that were decoded from its incomplete last block are used, too.',
    anchor: '      let code1 = this.getCode(litCodeTable);',
    replacement: `      this.bufferLength = pos;
      let code1 = this.getCode(litCodeTable);`,
  },
  ...[
    [
      '          textContentItem.str.push(" ");',
      `          textContentItem.str.push(" ");
          (textContentItem.gaps ??= []).push(width);
          const gapStart = textContentItem.totalWidth + textContentItem.width * textContentItem.textAdvanceScale;
          (textContentItem.gapEdges ??= []).push(gapStart, gapStart + width * textContentItem.textAdvanceScale);`,
    ],
    [
      '          textChunk.str.push(" ");',
      `          textChunk.str.push(" ");
          (textChunk.gaps ??= []).push(Infinity);
          (textChunk.gapEdges ??= []).push(NaN, NaN);`,
    ],
    [
      '        hasEOL: textChunk.hasEOL\n',
      '        hasEOL: textChunk.hasEOL,\n        gapEdges: textChunk.gapEdges,\n        gaps: textChunk.gaps\n',
    ],
    [
      '      textContentItem.str.length = 0;',
      '      textContentItem.str.length = 0;\n      textContentItem.gaps = textContentItem.gapEdges = textContentItem.hyphens = undefined;',
    ],
  ].map(([anchor = '', replacement = '']) => ({
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason:
      'The width of a space shows whether it separates letters or words (see `src/pdf/layout/tracking.ts`), and its ' +
      'position shows whether it crosses a ruled line of a table (see `src/pdf/layout/cut-at-rules.ts`).',
    anchor,
    replacement,
  })),
  ...typedText,
  ...boundedAttachments,
  ...[
    [
      `        if (category.isInvisibleFormatMark) {
          continue;
        }
        let charSpacing = textState.charSpacing`,
      `        if (category.isInvisibleFormatMark) {
          if (glyph.unicode === "\\u00ad" && glyph.width > 0) {
            (textContentItem.hyphens ??= []).push(textContentItem.str.join("").length);
          }
          continue;
        }
        let charSpacing = textState.charSpacing`,
    ],
    ['        gaps: textChunk.gaps\n', '        gaps: textChunk.gaps,\n        hyphens: textChunk.hyphens\n'],
  ].map(([anchor = '', replacement = '']) => ({
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason:
      'A soft hyphen with a width looks like a normal hyphen on the page, but pdf.js leaves it out of the text.',
    anchor,
    replacement,
  })),
  ...[
    [
      `          case OPS.beginMarkedContentProps:
            flushTextContentItem();
`,
      `          case OPS.beginMarkedContentProps:
            flushTextContentItem();
            actualText = args[1] instanceof Dict ? args[1].get("ActualText") : null;
            actualText = typeof actualText === "string" ? stringToPDFString(actualText) : null;
`,
    ],
    [
      `          case OPS.endMarkedContent:
            flushTextContentItem();
`,
      `          case OPS.endMarkedContent:
            flushTextContentItem();
            actualText = null;
`,
    ],
    [
      `    function runBidiTransform(textChunk) {`,
      `    let actualText = null;
    function runBidiTransform(textChunk) {`,
    ],
    [
      `        const glyphUnicode = glyph.unicode;
        if (saveLastChar`,
      `        const glyphUnicode = glyph.unicode === "\\0" && actualText?.length === 1 ? actualText : glyph.unicode;
        if (saveLastChar`,
    ],
  ].map(([anchor = '', replacement = '']) => ({
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'If a font maps a glyph to no character, the `ActualText` of the page may state the character.',
    anchor,
    replacement,
  })),
  ...[
    [
      '      textContentItem.fontName = loadedName;',
      `      textContentItem.fontName = loadedName;
      textContentItem.unmapped = font.toUnicode instanceof IdentityToUnicodeMap;`,
    ],
    [
      '      const bidiResult = bidi(text, -1, textChunk.vertical);',
      '      const bidiResult = (textChunk.unmapped ? createBidiText : bidi)(text, textChunk.unmapped || -1, textChunk.vertical);',
    ],
  ].map(([anchor = '', replacement = '']) => ({
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason:
      'If a font has no mapping to Unicode, pdf.js returns the numbers of its glyphs as text. These numbers have no ' +
      'writing direction, even if they equal the codes of Arabic letters.',
    anchor,
    replacement,
  })),
  ...[
    [
      `          vertical: font.vertical
        };`,
      `          vertical: font.vertical,
          name: font.name,
          unmapped: font.toUnicode instanceof IdentityToUnicodeMap
        };`,
    ],
    [
      `      lang
    };
    const textContentItem`,
      `      lang,
      rules: []
    };
    let [pathX, pathY, startX, startY] = [0, 0, 0, 0];
    let lines = [];
    let outline = null;
    let outlines = [];
    function addRule(x1, y1, x2, y2) {
      const { rules } = textContent;
      const [a, b, c, d, e, f] = textState.ctm;
      const [left, right] = [a * x1 + c * y1 + e, a * x2 + c * y2 + e].sort((m, n) => m - n);
      const [bottom, top] = [b * x1 + d * y1 + f, b * x2 + d * y2 + f].sort((m, n) => m - n);
      const isThin = Math.min(right - left, top - bottom) <= 3 && Math.max(right - left, top - bottom) >= 3;
      if (isThin && rulesLeft-- > 0) rules.push(left, bottom, right, top);
    }
    let rulesLeft = 5000;
    function lineTo(x, y) {
      if (lines.length < 8000) lines.push([pathX, pathY, x, y]);
      if (outline) {
        outline = [Math.min(outline[0], x), Math.min(outline[1], y), Math.max(outline[2], x), Math.max(outline[3], y)];
        outlines[outlines.length - 1] = outline;
      }
      [pathX, pathY] = [x, y];
    }
    function moveTo(x, y) {
      [pathX, pathY, startX, startY] = [x, y, x, y];
      outline = [x, y, x, y];
      if (outlines.length < 2000) outlines.push(outline);
      else outline = null;
    }
    function tracePath(fn, args) {
      if (fn === OPS.moveTo) moveTo(args[0], args[1]);
      else if (fn === OPS.lineTo) lineTo(args[0], args[1]);
      else if (fn === OPS.closePath) lineTo(startX, startY);
      else if (fn === OPS.rectangle) {
        const [x, y, width, height] = args;
        moveTo(x, y);
        lineTo(x + width, y);
        lineTo(x + width, y + height);
        lineTo(x, y + height);
        lineTo(x, y);
      } else if (fn < OPS.rectangle) moveTo(args[args.length - 2], args[args.length - 1]);
      else {
        const isStroked = fn === OPS.stroke || fn === OPS.closeStroke || (fn >= OPS.fillStroke && fn < OPS.endPath);
        const isFilled = fn >= OPS.fill && fn < OPS.endPath;
        if (isStroked) for (const line of lines) addRule(...line);
        if (isFilled) for (const box of outlines) addRule(...box);
        lines = [];
        outlines = [];
        outline = null;
      }
    }
    const textContentItem`,
    ],
    [
      `        textState = stateManager.state;
        const fn = operation.fn;`,
      `        textState = stateManager.state;
        const fn = operation.fn;
        if (fn >= OPS.moveTo && fn <= OPS.endPath) tracePath(fn, args);`,
    ],
    [
      `      if (length === 0) {
        return;
      }
      if (batch`,
      `      if (length === 0 && textContent.rules.length === 0) {
        return;
      }
      if (batch`,
    ],
    [
      `      textContent.items = [];
      textContent.styles = Object.create(null);
    }`,
      `      textContent.items = [];
      textContent.rules = [];
      textContent.styles = Object.create(null);
    }`,
    ],
  ].map(([anchor = '', replacement = '']) => ({
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'The lines drawn on a page separate the cells of its tables (see `src/pdf/layout/ruling.ts`).',
    anchor,
    replacement,
  })),
  ...visibilityPatches,
  ...speedPatches,
  brokenContent('#endsStreamOnError(err) {', `#endsStreamOnError(err) { ${reportBrokenStream}`),
  brokenContent('      warn(`Invalid stream: "${ex}"`);', `      ${reportBrokenStream}`),
  brokenContent(
    '        warn(`getTextContent - ignoring errors during "${task.name}" ` + `task: "${reason}".`);',
    `        ${reportBrokenStream}`,
  ),
  brokenContent(
    '      warn(`getContentStream - ignoring sub-stream (${objId}): "${reason}".`);',
    `      ${reportBrokenStream}`,
  ),
  brokenContent(
    '    streams = streams.filter(s => s instanceof BaseStream);',
    `    if (!streams.every(s => s instanceof BaseStream)) ${reportBrokenStream}
    streams = streams.filter(s => s instanceof BaseStream);`,
  ),
  brokenContent(
    `    return new NullStream();
  }
  get xfaData() {`,
    `    if (this.pageDict.getRaw("Contents") instanceof Ref) ${reportBrokenStream}
    return new NullStream();
  }
  get xfaData() {`,
  ),
  withoutCoreJs('pdf.mjs'),
  withoutCoreJs('pdf.worker.mjs'),
  { file: 'pdfjs-dist/legacy/build/pdf.mjs', ...probeEval },
  { file: 'pdfjs-dist/legacy/build/pdf.worker.mjs', ...probeEval },
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'PostScript functions are interpreted instead of compiled to JavaScript.',
    anchor: `      if (compiled) {
        return new Function("src", "srcOffset", "dest", "destOffset", compiled);
      }`,
    replacement: '',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.mjs',
    reason: 'Both halves of pdf.js are in one script, so there is no second file to import.',
    anchor: `      const worker = await import(
      /*webpackIgnore: true*/
      /*@vite-ignore*/
      this.workerSrc);
      return worker.WorkerMessageHandler;`,
    replacement: '      throw new Error("The worker half of pdf.js is missing.");',
  },
  ...freshDecoder,
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'OpenJPEG is packed as WebAssembly; its JavaScript version is not shipped.',
    anchor: `      const mod = await import(
      /*webpackIgnore: true*/
      /*@vite-ignore*/
      path);
      instance = mod.default();`,
    replacement: '      throw new Error(`${path} is not shipped.`);',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.mjs',
    reason:
      'Both halves run in one thread, so deep copies of text only cost time. A chunk of text is copied at its top ' +
      'level only, because its sender makes new lists for each chunk. Messages that control a stream contain only ' +
      'numbers and names, and are not copied. Everything else is cloned as before.',
    anchor: `      data: structuredClone(obj, transfer ? {
        transfer
      } : null)`,
    replacement: `      data: obj.chunk?.items && obj.chunk.styles ? { ...obj, chunk: { ...obj.chunk } } : obj.stream && !obj.chunk && !obj.reason ? obj : structuredClone(obj, transfer ? {
        transfer
      } : null)`,
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason:
      'The worker half of pdf.js runs inside the worker of the plugin. It must not handle the messages that this ' +
      'worker receives from the app. The messages of the other half of pdf.js arrive at a `LoopbackPort` of pdf.js.',
    anchor: `    if (typeof window === "undefined" && !isNodeJS && typeof self !== "undefined" && typeof self.postMessage === "function" && "onmessage" in self) {
      this.initializeFromPort(self);
    }`,
    replacement: '',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.mjs',
    reason:
      'Only the class of the annotation editors is needed, for `instanceof` checks that are always false.',
    from: ';// ./src/display/editor/toolbar.js',
    upTo: ';// ./src/shared/murmurhash3.js',
    replacement: 'class AnnotationEditor {}',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'A PDF is never changed, so the code that writes PDFs is not used.',
    from: ';// ./src/core/writer.js',
    upTo: ';// ./src/core/worker_stream.js',
    replacement: 'function incrementalUpdate() {}',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.mjs',
    reason: 'Documents are opened from their bytes and never from an address.',
    from: ';// ./src/display/content_disposition.js',
    upTo: ';// ./src/display/pdf_objects.js',
    replacement: 'const PDFFetchStream = null, PDFNodeStream = null, PDFNetworkStream = null;',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.mjs',
    reason: 'The plugin does not use the text layer that the viewer puts over a page.',
    from: ';// ./src/display/text_layer.js',
    upTo: ';// ./src/display/xfa_text.js',
    replacement: 'class TextLayer { static cleanup() {} }',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.mjs',
    reason:
      'The plugin does not use the viewer (layers over the page, editors). This code also adds global variables.',
    from: ';// ./src/shared/scripting_utils.js',
    upTo: END,
    replacement: 'export { getDocument, OPS, PasswordResponses, Util };',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'Only XFA forms, which are not enabled, need these font metrics.',
    from: ';// ./src/core/calibri_factors.js',
    upTo: ';// ./src/core/ps_parser.js',
    replacement: 'function getXfaFontName() { return null; }\nfunction getXfaFontDict() { return null; }',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'XFA forms are not enabled, and annotations are not shown.',
    from: ';// ./src/core/xfa/symbol_utils.js',
    upTo: ';// ./src/core/annotation.js',
    replacement: 'class XFAFactory { static getRichTextAsHtml() { return null; } }',
  },
  {
    file: 'valibot/dist/index.mjs',
    reason:
      'This constant, a regular expression, is not used. For old engines, the bundler turns it into a call of ' +
      '`RegExp`, and does not remove the call as unused code. The call costs a millisecond at each start.',
    from: 'const EMOJI_REGEX = ',
    upTo: '/**\n* [Hexadecimal](https://en.wikipedia.org/wiki/Hexadecimal) regex.',
    replacement: 'const EMOJI_REGEX = null;',
  },
  {
    file: 'openai/client.mjs',
    reason:
      'The plugin uses only one of about twenty resources of the SDK, chat completions. The others are most of its bytes.',
    anchor: 'import * as API from "./resources/index.mjs";',
    replacement: '',
  },
  {
    file: 'openai/client.mjs',
    reason: 'The plugin uses only the chat completions of the SDK. The other resources are not imported.',
    from: 'import { Batches, } from "./resources/batches.mjs";',
    upTo: 'import { isRunningInBrowser } from "./internal/detect-platform.mjs";',
    replacement: 'import { Chat } from "./resources/chat/chat.mjs";',
  },
  {
    file: 'openai/client.mjs',
    reason: 'The plugin uses only the chat completions of the SDK. The other resources are not created.',
    from: '        /**\n         * Given a prompt, the model will return one or more predicted completions',
    upTo: '        const provider = clientOptions.provider;',
    replacement: '        this.chat = new Chat(this);',
  },
  {
    file: 'openai/client.mjs',
    reason:
      'The plugin uses only the chat completions of the SDK. The classes of other resources are not exported.',
    from: 'OpenAI.Completions = Completions;',
    upTo: 'function getConnectionErrorMessage(error) {',
    replacement: '',
  },
  {
    file: 'openai/index.mjs',
    reason: 'The clients for Azure and Bedrock would include all resources again.',
    anchor: 'export { AzureOpenAI } from "./azure.mjs";\nexport { BedrockOpenAI } from "./bedrock.mjs";',
    replacement: '',
  },
  {
    file: 'openai/resources/chat/completions/completions.mjs',
    reason: 'Helpers that run tools or follow a stream are not used.',
    from: 'import { ChatCompletionRunner } from',
    upTo: 'import { parseChatCompletion, validateInputTools } from',
    replacement:
      'const ChatCompletionRunner = null, ChatCompletionStreamingRunner = null, ChatCompletionStream = null;',
  },
  {
    file: 'openai/resources/chat/completions/completions.mjs',
    reason: 'With these exports, the bundle would contain the helpers that run tools or follow a stream.',
    from: 'export { ChatCompletionStreamingRunner } from',
    upTo: END,
    replacement: '',
  },
  {
    file: 'openai/internal/utils/path.mjs',
    reason: 'A regular expression with lookbehind does not parse on older iOS, and reviewers reject it.',
    anchor: `    const invalidSegmentPattern = /(?<=^|\\/)(?:\\.|%2e){1,2}(?=\\/|$)/gi;
    let match;
    // Find all invalid segments
    while ((match = invalidSegmentPattern.exec(pathOnly)) !== null) {
        invalidSegments.push({
            start: match.index,
            length: match[0].length,
            error: \`Value "\${match[0]}" can\\'t be safely passed as a path parameter\`,
        });
    }`,
    replacement: `    let start = 0;
    for (const segment of pathOnly.split('/')) {
        if (/^(?:\\.|%2e){1,2}$/i.test(segment)) {
            invalidSegments.push({
                start,
                length: segment.length,
                error: \`Value "\${segment}" can't be safely passed as a path parameter\`,
            });
        }
        start += segment.length + 1;
    }`,
  },
];
