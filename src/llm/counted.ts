import type { LanguageModel } from './model';

/** A model that reports the tokens of every answer as it comes, also of those that are not used in the end. */
export function counted(model: LanguageModel, onTokens: (tokens: number) => void): LanguageModel {
  return {
    ...model,
    draft: async (...asked) => {
      const answer = await model.draft(...asked);
      if (answer.tokens !== undefined) onTokens(answer.tokens);
      return answer;
    },
  };
}
