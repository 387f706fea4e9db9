/** Returns a size in bytes as text for people, in whole megabytes (1,000,000 bytes), but never 0 MB. */
export function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1_000_000)).toLocaleString()} MB`;
}
