import fc from 'fast-check';
import { triggerExamples } from '../../../src/note/escape/triggers.examples';

const samples = triggerExamples.flatMap((trigger) => trigger.samples);

/** Random mixtures of triggers (syntax that other plugins act on), parts of triggers and other characters. */
export const mixture = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...samples) },
      {
        weight: 4,
        arbitrary: fc.constantFrom(...samples.flatMap((text) => text.split(/(?<part>[\p{L}\p{N}]+)/u))),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          ...'<%:=[]{}()@#$^|~!`*\\ \n\t1aA\u200B\u2060\uFF1A\uFF05\u2064\u{1F4C5}\u23F0',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''));
