import { Failure, throwIfCancelled } from '../../failure';
import type { Correction, CorrectionAnswer, CorrectionRequest } from '../../llm/model';
import type { Settled } from '../assemble';
import type { Examined, Examiner, Stated } from '../examine';
import type { Doubt } from '../digest';
import { batchesOf, type Remark } from './batches';
import { readAgain, type ReadingOptions } from './read-again';
import { needsReading, settle } from './settle';

/** Maximum number of statements of one document that are sent for correction. */
const MOST_CORRECTED = 48;

export interface CorrectionOptions extends ReadingOptions {
  readonly correct: (request: CorrectionRequest) => Promise<CorrectionAnswer>;
}

/** All statements in the same order as before, and the number of tokens that the correction has used. */
export interface Corrected {
  readonly settled: readonly Settled[];
  readonly tokens: number;
}

/**
 * Lets the model correct the doubtful statements. A correction that contradicts the document is dropped. Each
 * remaining correction replaces its statement if the document contains the correction word for word, or if
 * the model confirms the correction in another request.
 * @throws Cancelled
 */
export async function correct(
  settled: readonly Settled[],
  examiner: Examiner,
  options: CorrectionOptions,
): Promise<Corrected> {
  const doubted = settled.filter(
    ({ doubt, examined }) => doubt !== undefined && examined.tied.cited.length > 0,
  );
  const answer = await askFor(doubted.slice(0, MOST_CORRECTED), options);
  const reworded = Array.from(answer.corrections, ([old, correction]): readonly [Examined, Examined] => [
    old,
    examiner.examine(statedAgain(old, correction)),
  ]).filter(([, examined]) => examined.contradiction === undefined && examined.tied.cited.length > 0);
  const toRead = reworded.map(([, examined]) => examined).filter(needsReading);
  const { verdicts, tokens = 0 } = await readAgain(toRead, options);
  const good = new Map(
    reworded.filter(([, each]) => each.wordForWord || verdicts.get(each)?.supported === 'yes'),
  );
  return {
    settled: settled.map((each) => {
      const examined = good.get(each.examined);
      return examined === undefined ? each : settle(examined, verdicts.get(examined));
    }),
    tokens: answer.tokens + tokens,
  };
}

async function askFor(
  doubted: readonly Settled[],
  options: CorrectionOptions,
): Promise<{ readonly corrections: ReadonlyMap<Examined, Correction>; readonly tokens: number }> {
  const reasons = new Map(doubted.map(({ examined, doubt }) => [examined, doubt]));
  const remark: Remark = (item) => `! ${reasonOf(reasons.get(item))}`;
  const corrections = new Map<Examined, Correction>();
  let tokens = 0;
  for (const { items, text } of batchesOf([...reasons.keys()], remark, options)) {
    throwIfCancelled(options.signal);
    try {
      const answer = await options.correct({
        text,
        count: items.length,
        outputLanguage: options.outputLanguage,
      });
      tokens += answer.tokens ?? 0;
      for (const correction of answer.corrections) {
        const item = items[correction.n - 1];
        if (item !== undefined && correction.text.trim() !== '') corrections.set(item, correction);
      }
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      throwIfCancelled(options.signal);
      // Another call would most likely fail, too.
      break;
    }
  }
  return { corrections, tokens };
}

function reasonOf(doubt: Doubt | undefined): string {
  switch (doubt?.kind) {
    case undefined:
    case 'no-passage':
      return '(not supported)';
    case 'differs':
      return `"${doubt.stated}" ≠ "${doubt.found}"`;
    case 'absent':
      return `"${doubt.stated}" ≠ (not in the document)`;
    case 'not-supported':
    case 'cannot-tell':
      return doubt.why === '' ? '(not supported)' : doubt.why;
    case 'no-value':
      return '(no single value)';
  }
}

function statedAgain({ stated, tied }: Examined, { text, owner, due, refs }: Correction): Stated {
  const isAction = stated.section === 'actions';
  return {
    section: stated.section,
    text: text.trim(),
    refs: refs.length === 0 ? tied.cited : refs,
    quote: '',
    owner: isAction ? owner.trim() : '',
    due: {
      kind: isAction && due.trim() !== '' ? 'relative' : 'none',
      text: isAction ? due.trim() : '',
      date: '',
    },
    ...(stated.fact === undefined ? {} : { fact: { ...factOf(text, stated.fact.name), ...nameOf(stated) } }),
  };
}

/** A correction may rename a fact, but not a field, because the user has defined the name of the field. */
function nameOf({ section, fact }: Stated): { readonly name?: string } {
  return section === 'fields' && fact !== undefined ? { name: fact.name } : {};
}

/**
 * Parses a corrected fact of the form `name: value`. If the correction has no name, the fact keeps its name.
 */
function factOf(text: string, name: string): { readonly name: string; readonly value: string } {
  const [, first, rest] = /^([^:：]{1,80})[:：]\s*(.+)$/su.exec(text.trim()) ?? [];
  return first === undefined || rest === undefined
    ? { name, value: text.trim() }
    : { name: first.trim(), value: rest.trim() };
}
