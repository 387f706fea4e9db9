/**
 * Parts that the build packs into the bundle as strings: deflated, then base64 (see `build/pack.mjs`, and `packed.ts`
 * for the way back).
 */

/** The document worker: `entry.ts` with pdf.js and the stages behind it, one classic script. */
declare module 'virtual:document-worker' {
  const packed: string;
  export default packed;
}

/** The client worker: `src/llm/client/entry.ts`, what speaks with endpoints. One classic script. */
declare module 'virtual:model-client' {
  const packed: string;
  export default packed;
}

/** The predefined CMaps, without which most Chinese and Japanese PDFs lose their text. */
declare module 'virtual:cmaps' {
  const packed: string;
  export default packed;
}

/** OpenJPEG as WebAssembly, for JPEG 2000 images. */
declare module 'virtual:openjpeg' {
  const packed: string;
  export default packed;
}
