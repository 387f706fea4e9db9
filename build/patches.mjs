/**
 * Changes made to dependencies while bundling. Each replaces an exact piece of a file of the installed package and
 * says why. When the piece is gone (or stands there another number of times) the build stops, so that an update of the
 * dependency is looked at by someone.
 */
/**
 * Replaces `anchor`; or everything from `from` up to (and without) `upTo`. Each of these must stand there exactly once.
 * @typedef {{ file: string, reason: string, replacement: string }} Change
 * @typedef {Change & { anchor: string }} Replacement
 * @typedef {Change & { from: string, upTo: string }} Cut
 * @typedef {Replacement | Cut} Patch
 */

/** Stands for the end of the file. */
export const END = '';

/**
 * Cutting a part out is only right when nothing that stays needs it, which was checked for these versions.
 * @type {Readonly<Record<string, string>>}
 */
export const checkedVersions = { 'pdfjs-dist': '5.3.93', openai: '6.49.0', valibot: '1.5.0' };

const probeEval = {
  reason: 'A reviewer of the bundle rejects code made from strings; pdf.js works without it.',
  anchor: `  try {
    new Function("");
    return true;
  } catch {
    return false;
  }`,
  replacement: '  return false;',
};

/** What pdf.js makes the best of without a word, we want to tell the user about (see `src/pdf/read/damage.ts`). */
const sayBroken = 'globalThis.dispatchEvent(new Event("brokenstream"));';

/**
 * @param {string} anchor
 * @param {string} replacement
 * @returns {Patch}
 */
function brokenContent(anchor, replacement) {
  const reason = 'A page whose content is damaged reads as a shorter or an empty one; who reads it is to know.';
  return { file: 'pdfjs-dist/legacy/build/pdf.worker.mjs', reason, anchor, replacement };
}

/** @type {readonly Patch[]} */
export const patches = [
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'Of compressed content that breaks off, what comes before is read, instead of nothing on the page.',
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
    reason: 'As above: what has been read of a block counts before its end.',
    anchor: '      let code1 = this.getCode(litCodeTable);',
    replacement: `      this.bufferLength = pos;
      let code1 = this.getCode(litCodeTable);`,
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason:
      'Both halves run in one thread, so a page without end would never let go of it: a worker that is ended then has ' +
      'to be stopped by force, wherever it is, and now and then Chromium falls over that. Every 20 ms, which is pdf.js\' ' +
      'own time slot, whatever waits outside has its turn.',
    anchor: 'const deferred = Promise.resolve();',
    replacement: `const turns = [];
const turnstile = new MessageChannel();
turnstile.port1.onmessage = () => turns.shift()();
let lastTurn = 0;
const deferred = {
  then(goOn) {
    if (Date.now() - lastTurn < 20) return goOn();
    lastTurn = Date.now();
    turns.push(goOn);
    turnstile.port2.postMessage(0);
  }
};`,
  },
  ...[
    ['          textContentItem.str.push(" ");', '          textContentItem.str.push(" "); (textContentItem.gaps ??= []).push(width);'],
    ['          textChunk.str.push(" ");', '          textChunk.str.push(" "); (textChunk.gaps ??= []).push(Infinity);'],
    ['        hasEOL: textChunk.hasEOL', '        hasEOL: textChunk.hasEOL,\n        gaps: textChunk.gaps'],
    ['      textContentItem.str.length = 0;', '      textContentItem.str.length = 0;\n      textContentItem.gaps = undefined;'],
  ].map(([anchor = '', replacement = '']) => ({
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'How wide each space is tells letter spacing from the spaces between words (see `src/pdf/layout/tracking.ts`).',
    anchor,
    replacement,
  })),
  brokenContent('#endsStreamOnError(err) {', `#endsStreamOnError(err) { ${sayBroken}`),
  brokenContent('      warn(`Invalid stream: "${ex}"`);', `      ${sayBroken}`),
  brokenContent('        warn(`getTextContent - ignoring errors during "${task.name}" ` + `task: "${reason}".`);', `        ${sayBroken}`),
  brokenContent('      warn(`getContentStream - ignoring sub-stream (${objId}): "${reason}".`);', `      ${sayBroken}`),
  brokenContent(
    '    streams = streams.filter(s => s instanceof BaseStream);',
    `    if (!streams.every(s => s instanceof BaseStream)) ${sayBroken}
    streams = streams.filter(s => s instanceof BaseStream);`,
  ),
  brokenContent(
    `    return new NullStream();
  }
  get xfaData() {`,
    `    if (this.pageDict.getRaw("Contents") instanceof Ref) ${sayBroken}
    return new NullStream();
  }
  get xfaData() {`,
  ),
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
    reason: 'Both halves of pdf.js are in one script: there is no second file to import.',
    anchor: `      const worker = await import(
      /*webpackIgnore: true*/
      /*@vite-ignore*/
      this.workerSrc);
      return worker.WorkerMessageHandler;`,
    replacement: '      throw new Error("The worker half of pdf.js is missing.");',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'OpenJPEG is inlined as WebAssembly; its JavaScript twin is not shipped.',
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
      'Both halves run in one thread, so cloning every text item only costs time. The sender makes a new list for ' +
      'each chunk of text but may reuse the object around it; what only keeps a stream flowing is numbers and names; ' +
      'everything else is cloned as before.',
    anchor: `      data: structuredClone(obj, transfer ? {
        transfer
      } : null)`,
    replacement: `      data: obj.chunk?.items && obj.chunk.styles ? { ...obj, chunk: { ...obj.chunk } } : obj.stream && !obj.chunk && !obj.reason ? obj : structuredClone(obj, transfer ? {
        transfer
      } : null)`,
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'The worker half would take this worker\'s messages for its own; it is spoken to through the loop-back port.',
    anchor: `    if (typeof window === "undefined" && !isNodeJS && typeof self !== "undefined" && typeof self.postMessage === "function" && "onmessage" in self) {
      this.initializeFromPort(self);
    }`,
    replacement: '',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.mjs',
    reason: 'Of the annotation editors only a class is needed, to tell that nothing is one of its kind.',
    from: ';// ./src/display/editor/toolbar.js',
    upTo: ';// ./src/shared/murmurhash3.js',
    replacement: 'class AnnotationEditor {}',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.mjs',
    reason: 'The viewer (layers over the page, editors) is not used, and nothing is put on the global object.',
    from: ';// ./src/shared/scripting_utils.js',
    upTo: END,
    replacement: 'export { getDocument, OPS, PasswordResponses, Util };',
  },
  {
    file: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
    reason: 'Metrics of fonts that only XFA forms ask for, which are not enabled.',
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
    reason: 'Nobody uses it, but for old engines it becomes a call, which is not left out and takes a millisecond of every start.',
    from: 'const EMOJI_REGEX = ',
    upTo: '/**\n* [Hexadecimal](https://en.wikipedia.org/wiki/Hexadecimal) regex.',
    replacement: 'const EMOJI_REGEX = null;',
  },
  {
    file: 'openai/client.mjs',
    reason: 'Of the twenty-odd resources of the SDK only chat completions are used; the others are most of its bytes.',
    anchor: 'import * as API from "./resources/index.mjs";',
    replacement: '',
  },
  {
    file: 'openai/client.mjs',
    reason: 'As above: their imports.',
    from: 'import { Batches, } from "./resources/batches.mjs";',
    upTo: 'import { isRunningInBrowser } from "./internal/detect-platform.mjs";',
    replacement: 'import { Chat } from "./resources/chat/chat.mjs";',
  },
  {
    file: 'openai/client.mjs',
    reason: 'As above: their instances.',
    from: '        /**\n         * Given a prompt, the model will return one or more predicted completions',
    upTo: '        const provider = clientOptions.provider;',
    replacement: '        this.chat = new Chat(this);',
  },
  {
    file: 'openai/client.mjs',
    reason: 'As above: their classes.',
    from: 'OpenAI.Completions = Completions;',
    upTo: 'function getConnectionErrorMessage(error) {',
    replacement: '',
  },
  {
    file: 'openai/index.mjs',
    reason: 'Clients for Azure and Bedrock would bring all resources back.',
    anchor: 'export { AzureOpenAI } from "./azure.mjs";\nexport { BedrockOpenAI } from "./bedrock.mjs";',
    replacement: '',
  },
  {
    file: 'openai/resources/chat/completions/completions.mjs',
    reason: 'Helpers that run tools or follow a stream are not used.',
    from: 'import { ChatCompletionRunner } from',
    upTo: 'import { parseChatCompletion, validateInputTools } from',
    replacement: 'const ChatCompletionRunner = null, ChatCompletionStreamingRunner = null, ChatCompletionStream = null;',
  },
  {
    file: 'openai/resources/chat/completions/completions.mjs',
    reason: 'As above: to be had from this module, they would stay.',
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
