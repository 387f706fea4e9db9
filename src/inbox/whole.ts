/**
 * Maximum distance of the end marker from the end of a file, in bytes. Common readers search the same range
 * (PDF 1.7, annex H.3.4.4).
 */
const tail = 1_024;

/**
 * Returns false when there is no `%%EOF` near the end, as in a PDF that is still being written. A damaged PDF
 * may never get this marker, so the caller must not wait forever.
 */
export function looksComplete(bytes: ArrayBuffer): boolean {
  const end = new Uint8Array(bytes, Math.max(0, bytes.byteLength - tail));
  return new TextDecoder('latin1').decode(end).includes('%%EOF');
}
