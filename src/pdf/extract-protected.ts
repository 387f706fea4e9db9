import { Failure } from '../failure';
import { traitsOf } from '../failure-kinds';
import type { PdfText } from './document';
import type { ExtractOptions, PdfExtractor } from './extractor';
import type { Passwords } from './passwords';

export interface ProtectedPdf {
  readonly file: Blob;
  /** With extension, to be asked by. */
  readonly name: string;
  readonly sha256: string;
}

export interface Opened {
  readonly text: PdfText;
  /** What opened it, where one was needed; its pages are rendered with the same. */
  readonly password?: string;
}

/**
 * Extracts a PDF, with the password kept for it or, where the user may be asked, the one they enter; a wrong
 * one is asked for again. One that opened the file is kept when they say so.
 * @throws Failure `pdf-password-needed` when there is none to be had; what `extract` throws otherwise.
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
