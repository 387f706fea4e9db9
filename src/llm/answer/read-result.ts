/** The parsed answer, or one sentence that tells the model why its answer is not valid. */
export type ReadResult<Answer> = { readonly answer: Answer } | { readonly problem: string };
