/** True for tags of Chinese, such as `zh`, `zh-TW` and `zh_Hans`. */
export function isChinese(language: string): boolean {
  return /^zh(?:[-_]|$)/i.test(language);
}

/** The languages of the interface and of notes. */
export const interfaceLanguages = ['en', 'zh'] as const;

export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** Returns the interface language for a language tag. */
export function interfaceLanguageFor(tag: string): InterfaceLanguage {
  return isChinese(tag) ? 'zh' : 'en';
}
