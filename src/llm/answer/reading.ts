/** What was read from a model's answer, or in one sentence why it cannot be used: words the model can act on. */
export type Reading<Answer> = { readonly answer: Answer } | { readonly problem: string };
