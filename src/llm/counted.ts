import type { CheckingModel, DraftAnswer } from './model';

type Tokens = Pick<DraftAnswer, 'tokens'>;

/**
 * A model that reports the tokens of every answer as it comes, also of those that are not used in the end.
 */
export function counted(model: CheckingModel, onTokens: (tokens: number) => void): CheckingModel {
  const count = async <Answer extends Tokens>(asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked;
    if (answer.tokens !== undefined) onTokens(answer.tokens);
    return answer;
  };
  return {
    ...model,
    draft: (...asked) => count(model.draft(...asked)),
    read: (...asked) => count(model.read(...asked)),
    correct: (...asked) => count(model.correct(...asked)),
  };
}
