/** A time of day (ms since 1970) as the user's system writes it, without seconds. */
export function clockTime(time: number): string {
  return new Date(time).toLocaleTimeString([], { timeStyle: 'short' });
}
