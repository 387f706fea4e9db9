/**
 * Makes a small PDF whose second page takes practically forever to read. The PDF has several forms
 * (reusable drawings). The second page paints the first form, each form paints the next one ten times, and
 * the last form paints a text. So this page has 10^(`levels` - 1) pieces of text.
 * @param levels the number of forms
 */
export function pagesWithOneThatNeverEnds(levels = 12): Uint8Array {
  const bodies = new Map<number, string>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, '<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>'],
    [3, page(6)],
    [4, page(7)],
    [5, page(8)],
    [6, stream('', 'BT /F 12 Tf 72 700 Td (The first page is read as it stands here.) Tj ET')],
    [7, stream('', '/X10 Do')],
    [8, stream('', 'BT /F 12 Tf 72 700 Td (The third page is read as it stands here.) Tj ET')],
    [9, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
  ]);
  for (let level = 0; level < levels; level += 1) {
    const next = `/X${11 + level} Do `.repeat(10);
    const content = level === levels - 1 ? 'BT /F 12 Tf 72 700 Td (again and again) Tj ET' : next;
    const resources = `/Resources << /Font << /F 9 0 R >> /XObject << /X${11 + level} ${11 + level} 0 R >> >>`;
    bodies.set(10 + level, stream(`/Type /XObject /Subtype /Form /BBox [0 0 612 792] ${resources}`, content));
  }
  return assemble(bodies);
}

function page(content: number): string {
  return (
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${content} 0 R ` +
    '/Resources << /Font << /F 9 0 R >> /XObject << /X10 10 0 R >> >> >>'
  );
}

function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function assemble(bodies: ReadonlyMap<number, string>): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets: string[] = [];
  for (const [number, body] of [...bodies].sort(([a], [b]) => a - b)) {
    offsets.push(`${String(text.length).padStart(10, '0')} 00000 n \n`);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = text.length;
  text += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
