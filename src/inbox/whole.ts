/** How far from the end a PDF's end marker may stand; readers in the field look this far (PDF 1.7, annex H.3.4.4). */
const tail = 1_024;

/**
 * False when the bytes carry no `%%EOF` near their end, as in a PDF that is still being written. A damaged PDF may
 * lack it for good, so this only ever means "wait a little longer".
 */
export function looksWhole(bytes: ArrayBuffer): boolean {
  const end = new Uint8Array(bytes, Math.max(0, bytes.byteLength - tail));
  return new TextDecoder('latin1').decode(end).includes('%%EOF');
}
