/** The height of A4, in points. */
const pageHeight = 842;
/** The distance of the text from the edges of the page, in points. */
const margin = 64;
/** The distance between two lines, in points. */
const leading = 22;
const textSize = 11;
const titleSize = 16;

/** A Type 0 font with a predefined CMap (ISO 32000-1, 9.7.5.2) shows Chinese without an embedded font. */
const chineseFont =
  '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font' +
  '/Subtype/CIDFontType0/BaseFont/STSong-Light' +
  '/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500]' +
  '/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]' +
  '/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>';
/** Helvetica, which every viewer has. */
const latinFont = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';

/**
 * Returns a PDF with one page, which shows `lines`. The first line is the title. The characters of `lines`
 * must be either all in Latin 1, or all in the BMP and in Adobe-GB1.
 */
export function samplePdf(lines: readonly string[]): ArrayBuffer {
  const isLatin = lines.every((line) => !/[^\0-\xff]/.test(line));
  // The Chinese font takes 2-byte UCS-2 codes, the Latin font 1-byte codes.
  const digits = isLatin ? 2 : 4;
  const shown = lines.map((line, index) => {
    const codes = Array.from(line, (character) => character.charCodeAt(0).toString(16).padStart(digits, '0'));
    const size = index === 0 ? titleSize : textSize;
    const place = `${String(margin)} ${String(pageHeight - margin - index * leading)}`;
    return `BT /F ${String(size)} Tf ${place} Td <${codes.join('')}> Tj ET`;
  });
  const content = shown.join('\n');
  return fileOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 ${String(pageHeight)}]/Contents 4 0 R` +
      '/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${String(content.length)}>>\nstream\n${content}\nendstream`,
    isLatin ? latinFont : chineseFont,
  ]);
}

/**
 * Returns the bytes of a file with a cross-reference table (ISO 32000-1, 7.5.4). Objects are numbered from 1;
 * the first is the catalog.
 */
function fileOf(objects: readonly string[]): ArrayBuffer {
  let file = '%PDF-1.4\n';
  const rows = objects.map((object, index) => {
    const row = `${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const size = String(objects.length + 1);
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`;
  // All characters are ASCII, so an offset in the text is also the offset in the file.
  const trailer = `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${String(file.length)}\n%%EOF\n`;
  return new TextEncoder().encode(`${file}${table}${trailer}`).buffer;
}
