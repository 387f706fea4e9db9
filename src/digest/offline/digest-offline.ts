import type { Draft } from '../../llm/draft';
import type { DraftWishes } from '../../llm/model';
import { documentLanguage } from '../../text/language';
import type { DigestResult } from '../digest';
import type { DigestInput } from '../digest-document';
import { offlineModel } from '../engine';
import { fieldsFor } from '../own-fields';
import { checkInCode } from '../check-in-code';
import type { Sentence } from '../../text/sentence';
import { billFacts, billOf } from './bill/bill-facts';
import { billLead, paymentOf } from './bill/bill-statements';
import { contractFacts } from './contract/contract-facts';
import { factLead } from './fact-lead';
import { senderFacts } from './sender';
import { hasProse, headingsOf } from './prose';
import { actionsOf, billActionsOf } from './actions';
import { isAddressed } from './task/sections';
import { candidatesOf } from './candidates';
import { isConversation } from './conversation';
import { documentDay } from './document-day';
import { documentTypeOf, namedIn } from './document-type';
import { factsOf, withoutRepeats } from './facts';
import { labelledFields } from './labelled-fields';
import { pointsOf, summaryOf, toStatement } from './statements';
import { passagesOf } from './passages';
import { tagsOf } from './tags';
import { wordSplitter } from './terms';
import { billTitle, subjectOf, titleOf } from './title';
import { unitsOf } from './units';

/** The kind and language of a document are taken from this number of UTF-16 units at each of its ends. */
const LENGTH_OF_ENDS = 6000;

/**
 * Makes the digest of a document without a model. The summary has the most central sentences. Tasks are found
 * by their deadlines and by words of duty, and facts are found by their labels. The texts are quoted from the
 * document and checked in code like a model's answer. A long sentence is cut only after a mark that ends a
 * clause, such as a comma.
 *
 * Two sentences are made from facts: the introduction of a bill or a contract, and the task to pay a bill. If
 * a check doubts one of these sentences, both are left out. `outputLanguage` is used only when the language
 * of the document is unknown, because nothing is translated.
 */
export function digestOffline(
  document: DigestInput,
  options: Partial<Pick<DraftWishes, 'outputLanguage' | 'fields'>> = {},
): DigestResult {
  const { draft: drafted, made } = draftOffline(document, options.outputLanguage ?? 'auto');
  const fields = fieldsFor(options.fields ?? [], drafted.doc_type);
  const draft =
    fields.length === 0 ? drafted : { ...drafted, fields: labelledFields(document, fields, drafted.facts) };
  const digest = checkInCode(draft, document.sentences);
  const isDoubted = digest.unverified.some(({ text }) => made.includes(text));
  return {
    digest: isDoubted ? checkInCode(without(draft, made), document.sentences) : digest,
    model: offlineModel,
    notRead: document.notRead,
  };
}

interface Drafted {
  readonly draft: Draft;
  /** The texts of statements that are made from facts and are not sentences of the document. */
  readonly made: readonly string[];
}

function without(draft: Draft, texts: readonly string[]): Draft {
  const isKept = ({ text }: { readonly text: string }): boolean => !texts.includes(text);
  return { ...draft, summary: draft.summary.filter(isKept), actions: draft.actions.filter(isKept) };
}

function draftOffline({ sentences }: DigestInput, outputLanguage: string): Drafted {
  const text = endsOf(sentences);
  const own = documentLanguage(text);
  const language = own === 'und' && outputLanguage !== 'auto' ? outputLanguage : own;
  const isHan = /^(?:zh|ja)/u.test(language);
  const named = titleOf(sentences);
  const type = documentTypeOf(named, text);
  const subject = type === 'letter' ? subjectOf(sentences) : '';
  const title = subject === '' ? named : subject;
  const units = unitsOf(sentences);
  if (type === 'invoice' || type === 'receipt') {
    const bill = draftBill(sentences, language, type, title, text);
    if (bill !== undefined) {
      const day = documentDay(units, type);
      const more = billActionsOf(units, { type, isSpoken: false, day, isAddressed: isAddressed(units) });
      return { ...bill, draft: { ...bill.draft, actions: [...bill.draft.actions, ...more] } };
    }
  }
  const passages = passagesOf(title, units, wordSplitter());
  const isSpoken = isConversation(passages);
  const labelled = type === 'paper' || type === 'manual' ? [] : factsOf(units);
  const facts = withoutRepeats(
    type === 'contract'
      ? contractFacts(units, labelled, language)
      : [...labelled, ...senderFacts(units, type, language, labelled)],
  );
  const lead = factLead(type, title, facts, isHan);
  const candidates = candidatesOf(passages, isHan, isSpoken);
  const summary = hasProse(units, type) ? summaryOf(units, candidates, isHan, type === 'notice') : [];
  const actions = actionsOf(units, {
    type,
    isSpoken,
    day: documentDay(units, type),
    isAddressed: isAddressed(units),
  });
  const used = new Set(actions.flatMap((action) => action.refs));
  const points = summary.length === 0 ? headingsOf(units, title) : pointsOf(candidates, summary, used);
  const draft: Draft = {
    title,
    doc_type: type,
    language,
    tags: tagsOf(units, passages, { language, type, facts }),
    summary: [...(lead === undefined ? [] : [lead]), ...summary.map(toStatement)],
    actions,
    points: points.map(toStatement),
    facts,
  };
  return { draft, made: lead === undefined ? [] : [lead.text] };
}

/** Makes the draft of an invoice or a receipt from its facts. Returns undefined for fewer than two facts. */
function draftBill(
  sentences: readonly Sentence[],
  language: string,
  type: 'invoice' | 'receipt',
  title: string,
  text: string,
): Drafted | undefined {
  const isReceipt = type === 'receipt';
  const reading = billOf(sentences, language, isReceipt);
  const facts = billFacts(reading, language, isReceipt);
  if (facts.length < 2) return undefined;
  const lead = billLead(reading, language, isReceipt);
  const pay = isReceipt ? undefined : paymentOf(reading, language, sentences);
  const { seller, buyer, number } = reading.bill;
  const draft: Draft = {
    title: billTitle(title, namedIn(type, text), number?.value ?? ''),
    doc_type: type,
    language,
    tags: [seller, buyer].flatMap((party) => (party === undefined ? [] : [party.value])),
    summary: lead === undefined ? [] : [lead],
    actions: pay === undefined ? [] : [pay],
    points: [],
    facts,
  };
  return { draft, made: [lead, pay].flatMap((each) => (each === undefined ? [] : [each.text])) };
}

/** Returns the beginning and the end of the document, or all of its text if it is short. */
function endsOf(sentences: readonly Sentence[]): string {
  const texts = sentences.map(({ text }) => text);
  const atStart = countWith(texts, LENGTH_OF_ENDS * 2);
  if (atStart === texts.length) {
    const whole = texts.join('\n');
    if (whole.length <= LENGTH_OF_ENDS * 2) return whole;
  }
  const atEnd = countWith([...texts].reverse(), LENGTH_OF_ENDS);
  const opening = texts.slice(0, atStart).join('\n').slice(0, LENGTH_OF_ENDS);
  return `${opening}\n${texts.slice(-atEnd).join('\n').slice(-LENGTH_OF_ENDS)}`;
}

/** Returns how many texts, from the first on, reach this length together; all if they are shorter. */
function countWith(texts: readonly string[], length: number): number {
  let total = 0;
  const last = texts.findIndex((text) => (total += text.length + 1) > length);
  return last === -1 ? texts.length : last + 1;
}
