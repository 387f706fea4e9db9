/** What of a file is not text: how its lines end, and the mark some programs begin it with. */

/** The text with `\n` line ends and without a byte order mark. */
export function plainText(file: string): string {
  return file.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
}

/** Plain text in the form of `file`: with its byte order mark, and with the line ends that most of its lines have. */
export function inFormOf(file: string, text: string): string {
  const mark = file.startsWith('\uFEFF') ? '\uFEFF' : '';
  const isWindows = 2 * (file.split('\r\n').length - 1) > file.split('\n').length - 1;
  return mark + (isWindows ? text.replace(/\n/g, '\r\n') : text);
}
