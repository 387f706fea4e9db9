/** True for `zh` with any region or script. Takes a tag from `getLanguage()` or a BCP 47 tag. */
export function isChinese(language: string): boolean {
  return /^zh(?:[-_]|$)/i.test(language);
}
