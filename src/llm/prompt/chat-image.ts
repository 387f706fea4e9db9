/** An image in a chat message. */
export interface ChatImage {
  readonly mediaType: 'image/jpeg';
  readonly base64: string;
}

/**
 * Number of bytes that are encoded at once. It is a multiple of three, so that the results can be joined, and
 * small enough for one call of `String.fromCharCode`, which gets each byte as an argument.
 */
const PIECE = 24_576;

/** Encodes a JPEG as base64. */
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
