/** The sizes up to which PDFs are read, in bytes. */
export interface SizeLimits {
  /** The limit for a PDF that the plugin reads automatically. */
  readonly automatic: number;
  /** The limit for a PDF that the user chooses. */
  readonly requested: number;
}

/**
 * pdf.js holds the whole file in memory. While a file is being opened, the memory contains its bytes three
 * times: in the app, in the worker, and in pdf.js. A phone or tablet ends an app that needs more than several
 * hundred megabytes. On a computer, a window of the app can use about four gigabytes.
 */
export const sizeLimits = {
  computer: { automatic: 1_000_000_000, requested: 1_000_000_000 },
  mobile: { automatic: 100_000_000, requested: 1_000_000_000 },
} as const satisfies Readonly<Record<string, SizeLimits>>;
