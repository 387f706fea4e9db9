/** True for `zh` with any region or script. `language` is a tag from `getLanguage()` or a BCP 47 tag. */
export function isChinese(language: string): boolean {
  return /^zh(?:[-_]|$)/i.test(language);
}

/** The languages of the interface and of notes. */
export const interfaceLanguages = ['en', 'zh'] as const;

export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** Returns the interface language for a language tag: Chinese if the tag is Chinese, otherwise English. */
export function interfaceLanguageFor(tag: string): InterfaceLanguage {
  return isChinese(tag) ? 'zh' : 'en';
}
