/**
 * The modules that the build replaces by packed (compressed) parts of the bundle. Each module exports a
 * function that returns its packed part.
 */

/** The document worker: `document/entry.ts` with pdf.js and all stages, bundled as one classic script. */
declare module 'virtual:document-worker' {
  const packed: import('../packed').Packed;
  export default packed;
}

/** The endpoint worker: `endpoint/entry.ts`, bundled as one classic script. */
declare module 'virtual:model-client' {
  const packed: import('../packed').Packed;
  export default packed;
}

/** The predefined CMaps. Without them, most Chinese and Japanese PDFs lose their text. */
declare module 'virtual:cmaps' {
  const packed: import('../packed').Packed;
  export default packed;
}

/** The decoder for JPEG 2000 images: OpenJPEG, compiled to WebAssembly. */
declare module 'virtual:openjpeg' {
  const packed: import('../packed').Packed;
  export default packed;
}
