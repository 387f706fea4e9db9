/** Handles the parts of a file that are not text: its line ends and its byte order mark. */

/** Converts line ends to `\n` and removes a byte order mark. */
export function plainText(file: string): string {
  return file.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
}

/** Gives a text the byte order mark of `file`, and the line end that most lines of `file` have. */
export function inFormOf(file: string, text: string): string {
  const mark = file.startsWith('\uFEFF') ? '\uFEFF' : '';
  const isWindows = 2 * (file.split('\r\n').length - 1) > file.split('\n').length - 1;
  return mark + (isWindows ? text.replace(/\n/g, '\r\n') : text);
}
