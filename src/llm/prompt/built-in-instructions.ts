export type PromptLanguage = 'en' | 'zh';

const instructions: Readonly<Record<PromptLanguage, string>> = {
  en: `- tags: 3 to 6 short key words for filing the document.
- summary: 2 to 5 sentences that tell a busy reader what this document is, between whom, and what follows from it.
- actions: everything someone still has to do, each on its own, with who and by when.
- points: 3 to 8 points that matter most: conditions, risks, findings, figures.
- facts: parties, amounts, numbers, dates and periods, each with its name and its value.`,
  zh: `- tags：3 到 6 个便于归档的简短关键词。
- summary：2 到 5 句，让忙碌的读者知道这是什么文件、涉及谁、意味着什么。
- actions：每一件还需要有人去做的事，分条列出，写明谁、何时之前。
- points：3 到 8 条最重要的内容：条件、风险、结论、数字。
- facts：当事方、金额、编号、日期、期限，逐项写出名称和值。`,
};

/** Returns the instructions that apply when the user has written none. */
export function builtInInstructions(language: PromptLanguage): string {
  return instructions[language];
}
