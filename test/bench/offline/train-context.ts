import { isConversation } from '../../../src/digest/offline/conversation';
import { documentDay } from '../../../src/digest/offline/document-day';
import { documentTypeOf } from '../../../src/digest/offline/document-type';
import type { Setting } from '../../../src/digest/offline/obligations';
import { passagesOf } from '../../../src/digest/offline/passages';
import { isAddressed } from '../../../src/digest/offline/task/sections';
import { wordSplitter } from '../../../src/digest/offline/terms';
import { titleOf } from '../../../src/digest/offline/title';
import { unitsOf, type Unit } from '../../../src/digest/offline/units';
import type { Sentence } from '../../../src/text/sentence';

/** Splits a document into units and collects what the engine needs to find tasks in them. */
export function candidatesContext(sentences: readonly Sentence[]): {
  readonly units: readonly Unit[];
  readonly setting: Setting;
} {
  const title = titleOf(sentences);
  const units = unitsOf(sentences);
  const text = sentences.map((sentence) => sentence.text).join('\n');
  const isSpoken = isConversation(passagesOf(title, units, wordSplitter()));
  const type = documentTypeOf(title, text);
  return {
    units,
    setting: { type, isSpoken, day: documentDay(units, type), isAddressed: isAddressed(units) },
  };
}
