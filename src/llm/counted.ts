import type { CheckingModel, DraftAnswer } from './model';

type Tokens = Pick<DraftAnswer, 'tokens'>;

/**
 * Wraps a model so that it calls `onTokens` with the number of tokens of every answer, even if the caller
 * discards the answer.
 */
export function counted(model: CheckingModel, onTokens: (tokens: number) => void): CheckingModel {
  const count = async <Answer extends Tokens>(call: Promise<Answer>): Promise<Answer> => {
    const answer = await call;
    if (answer.tokens !== undefined) onTokens(answer.tokens);
    return answer;
  };
  return {
    ...model,
    draft: (...args) => count(model.draft(...args)),
    read: (...args) => count(model.read(...args)),
    correct: (...args) => count(model.correct(...args)),
  };
}
