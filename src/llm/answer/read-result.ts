/** The parsed answer, or one sentence for the model that states why its answer is not valid. */
export type ReadResult<Answer> = { readonly answer: Answer } | { readonly problem: string };
