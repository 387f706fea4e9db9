/** What was read from an answer, or in one sentence why it cannot be used: words the model can act on. */
export type ReadResult<Answer> = { readonly answer: Answer } | { readonly problem: string };
