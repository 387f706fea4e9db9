/** The answer of the user to the question for a password. */
export interface PasswordAnswer {
  readonly password: string;
  /** Whether to store the password of this file on this device. */
  readonly remember: boolean;
}

/** The source of passwords of protected PDFs. A file is identified by the SHA-256 of its bytes. */
export interface Passwords {
  /** Returns the password that is stored on this device for a file. */
  recall(sha256: string): string | undefined;
  keep(sha256: string, password: string): void;
  /**
   * Asks the user for a password. `wrong` is true when the last password did not open the file. The result is
   * null when the user enters none, or when the work is cancelled.
   */
  ask(name: string, wrong: boolean, signal: AbortSignal): Promise<PasswordAnswer | null>;
}
