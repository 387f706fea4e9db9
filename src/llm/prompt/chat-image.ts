/** A picture in a message. */
export interface ChatImage {
  readonly mediaType: 'image/jpeg';
  readonly base64: string;
}

/** Bytes that are encoded at once: a multiple of three, so that the pieces join, and few enough for one call. */
const PIECE = 24_576;

/** The JPEG as it can stand in JSON, a third larger than its bytes. */
export async function toChatImage(jpeg: Blob): Promise<ChatImage> {
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  }
  return { mediaType: 'image/jpeg', base64: pieces.join('') };
}

export function dataUrl({ mediaType, base64 }: ChatImage): string {
  return `data:${mediaType};base64,${base64}`;
}
