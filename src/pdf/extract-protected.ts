import { Failure } from '../failure';
import { traitsOf } from '../failure-kinds';
import type { PdfText } from './document';
import type { ExtractOptions, PdfExtractor } from './extractor';
import type { Passwords } from './passwords';

export interface ProtectedPdf {
  readonly file: Blob;
  /** The file name with its extension, shown to the user who is asked for the password. */
  readonly name: string;
  readonly sha256: string;
}

export interface Opened {
  readonly text: PdfText;
  /**
   * The password that opened the file, also needed to render its pages; absent when the file was opened
   * without a password.
   */
  readonly password?: string;
}

/**
 * Extracts a PDF. A protected PDF is opened with the stored password. If that fails and `mayAsk` is true, the
 * user is asked for the password, and it is stored if the user wants that.
 * @throws Failure `pdf-password-needed` when no known password opens the file and the user gives none; in
 *   other cases the error of `extract`
 */
export async function extractProtected(
  extractor: PdfExtractor,
  pdf: ProtectedPdf,
  passwords: Passwords,
  mayAsk: boolean,
  options: Omit<ExtractOptions, 'password'>,
): Promise<Opened> {
  const open = async (password?: string): Promise<Opened | Failure> => {
    try {
      const given = password === undefined ? {} : { password };
      return { text: await extractor.extract(pdf.file, { ...options, ...given }), ...given };
    } catch (thrown) {
      if (thrown instanceof Failure && traitsOf(thrown.kind).needsPassword) return thrown;
      throw thrown;
    }
  };
  let opened = await open(passwords.recall(pdf.sha256));
  for (let wrong = false; opened instanceof Failure; wrong = true) {
    const answer = mayAsk ? await passwords.ask(pdf.name, wrong, options.signal) : null;
    if (answer === null) throw new Failure('pdf-password-needed', { cause: opened });
    opened = await open(answer.password);
    if (!(opened instanceof Failure) && answer.remember) passwords.keep(pdf.sha256, answer.password);
  }
  return opened;
}
