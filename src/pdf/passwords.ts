/** What was entered for a protected PDF. */
export interface PasswordAnswer {
  readonly password: string;
  /** Whether to keep it on this device for this very file. */
  readonly remember: boolean;
}

/** Where passwords of protected PDFs come from. A file is known by the SHA-256 of its bytes. */
export interface Passwords {
  /** What was kept for this file on this device. */
  recall(sha256: string): string | undefined;
  keep(sha256: string, password: string): void;
  /**
   * Asks the user. `wrong` is true when the last answer did not open the file. Null when they would rather
   * not say, or the work was cancelled.
   */
  ask(name: string, wrong: boolean, signal: AbortSignal): Promise<PasswordAnswer | null>;
}
