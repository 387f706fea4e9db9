import type { Draft, DraftFact } from '../../llm/draft';
import { documentLanguage } from '../../text/language';
import type { DigestResult, DocumentType } from '../digest';
import type { DigestInput } from '../digest-document';
import { offlineModel } from '../engine';
import { checkInCode } from '../check-in-code';
import type { Sentence } from '../../text/sentence';
import { billFacts, billOf } from './bill/bill-facts';
import { actionsOf } from './actions';
import { candidatesOf } from './candidates';
import { isConversation } from './conversation';
import { documentDay } from './document-day';
import { documentTypeOf } from './document-type';
import { factsOf } from './facts';
import { pointsOf, summaryOf, toStatement } from './statements';
import { passagesOf } from './passages';
import { tagsOf } from './tags';
import { wordSplitter } from './terms';
import { titleOf } from './title';
import { unitsOf, type Unit } from './units';

/** Characters from both ends of the document that tell its kind and language. */
const TELLING_ENDS = 6000;

/**
 * The digest of a document without a model: sentences picked from it by how central they are, tasks by cues
 * of obligation and deadline, facts by their labels. Everything is the document's own words, shortened only
 * at clause marks, and goes through the same checks as a model's answer. The language of the output is the
 * document's, whatever is asked for: nothing is translated.
 */
export function digestOffline(
  document: DigestInput,
  options: { readonly outputLanguage?: string } = {},
): DigestResult {
  const draft = draftOffline(document, options.outputLanguage ?? 'auto');
  return {
    digest: checkInCode(draft, document.sentences),
    model: offlineModel,
    notRead: document.notRead,
  };
}

function draftOffline({ sentences }: DigestInput, outputLanguage: string): Draft {
  const text = ends(sentences.map((sentence) => sentence.text).join('\n'));
  const own = documentLanguage(text);
  const language = own === 'und' && outputLanguage !== 'auto' ? outputLanguage : own;
  const isHan = /^(?:zh|ja)/u.test(language);
  const title = titleOf(sentences);
  const type = documentTypeOf(title, text);
  const units = unitsOf(sentences);
  const passages = passagesOf(title, units, wordSplitter());
  const isTalk = isConversation(passages);
  const candidates = candidatesOf(passages, isHan, isTalk);
  const summary = summaryOf(units, candidates, isHan);
  const actions = actionsOf(units, { type, isTalk, day: documentDay(units) });
  const used = new Set(actions.flatMap((action) => action.refs));
  return {
    title,
    doc_type: type,
    language,
    tags: tagsOf(units, passages, language),
    summary: summary.map(toStatement),
    actions,
    points: pointsOf(candidates, summary, used).map(toStatement),
    facts: factsFor(type, sentences, units, language),
  };
}

function factsFor(
  type: DocumentType,
  sentences: readonly Sentence[],
  units: readonly Unit[],
  language: string,
): DraftFact[] {
  if (type === 'paper' || type === 'manual') return [];
  const isReceipt = type === 'receipt';
  if (type !== 'invoice' && !isReceipt) return factsOf(units);
  const facts = billFacts(billOf(sentences, language, isReceipt), language, isReceipt);
  return facts.length >= 2 ? facts : factsOf(units);
}

function ends(text: string): string {
  return text.length <= TELLING_ENDS * 2
    ? text
    : `${text.slice(0, TELLING_ENDS)}\n${text.slice(-TELLING_ENDS)}`;
}
