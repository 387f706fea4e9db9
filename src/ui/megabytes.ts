/** Returns a size as text, in whole megabytes (of 1,000,000 bytes): at least `1 MB`. */
export function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1_000_000)).toLocaleString()} MB`;
}
