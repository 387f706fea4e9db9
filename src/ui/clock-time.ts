/** Formats the time of day of `time` (ms since 1970) in the system's format, without seconds. */
export function clockTime(time: number): string {
  return new Date(time).toLocaleTimeString([], { timeStyle: 'short' });
}
