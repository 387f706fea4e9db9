/** Parts that the build packs into the bundle: each is a function that carries them (see `packed.ts`). */

/** The document worker: `entry.ts` with pdf.js and the stages behind it, one classic script. */
declare module 'virtual:document-worker' {
  export default function packed(): void;
}

/** The client worker: `src/llm/client/entry.ts`, what speaks with endpoints. One classic script. */
declare module 'virtual:model-client' {
  export default function packed(): void;
}

/** The predefined CMaps, without which most Chinese and Japanese PDFs lose their text. */
declare module 'virtual:cmaps' {
  export default function packed(): void;
}

/** OpenJPEG as WebAssembly, for JPEG 2000 images. */
declare module 'virtual:openjpeg' {
  export default function packed(): void;
}
