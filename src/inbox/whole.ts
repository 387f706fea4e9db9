/**
 * The most bytes from the end of a file to its end marker. Common readers search as far (PDF 1.7, annex
 * H.3.4.4).
 */
const tail = 1_024;

/**
 * Returns false when there is no `%%EOF` near the end, as in a PDF that is still being written. A damaged PDF
 * may never have one, so false only means "wait a little longer".
 */
export function looksWhole(bytes: ArrayBuffer): boolean {
  const end = new Uint8Array(bytes, Math.max(0, bytes.byteLength - tail));
  return new TextDecoder('latin1').decode(end).includes('%%EOF');
}
