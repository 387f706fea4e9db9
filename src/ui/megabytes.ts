/** Returns a size in bytes as text for people, in whole megabytes of a million bytes and at least one. */
export function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1_000_000)).toLocaleString()} MB`;
}
