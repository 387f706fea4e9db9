import { contradictions } from '../../pdf/attachments/consistency';
import type { EmbeddedInvoices } from '../../pdf/attachments/invoice';
import type { Sentence } from '../../text/sentence';
import { findDates } from '../../text/dates';
import type { Digest, Fact, InvoiceProblem } from '../digest';
import { invoiceFacts } from './invoice-facts';
import { amountsIn, differencesFromPages } from './page-check';

/**
 * Adds an embedded invoice to the digest: its facts come first and replace equal facts from the pages, and
 * `invoiceProblems` lists its problems.
 */
export function withInvoices(
  digest: Digest,
  embedded: EmbeddedInvoices,
  sentences: readonly Sentence[],
): Digest {
  const { invoices, unreadable } = embedded;
  const [invoice] = invoices;
  const problems: InvoiceProblem[] = [];
  if (unreadable > 0) problems.push({ kind: 'unreadable' });
  if (invoices.length > 1) problems.push({ kind: 'several', count: invoices.length });
  if (invoice === undefined) return problems.length === 0 ? digest : { ...digest, invoiceProblems: problems };
  const pages = sentences.map(({ text }) => text).join('\n');
  problems.push(...invoice.missing.map((field) => ({ kind: 'missing', field }) as const));
  problems.push(
    ...contradictions(invoice).map((contradiction) => ({ kind: 'sum', ...contradiction }) as const),
  );
  problems.push(
    ...differencesFromPages(invoice, pages).map(
      (difference) => ({ kind: 'differs', ...difference }) as const,
    ),
  );
  const facts = invoiceFacts(invoice, digest.language);
  return {
    ...digest,
    facts: [...facts, ...digest.facts.filter((fact) => !facts.some((own) => isSame(own, fact)))],
    ...(problems.length === 0 ? {} : { invoiceProblems: problems }),
  };
}

/** True when two facts have the same value: the same words, the same day, or the same single amount. */
function isSame(one: Fact, other: Fact): boolean {
  const [a, b] = [withoutSpaces(one.value), withoutSpaces(other.value)];
  if (a === b) return true;
  const [day] = findDates(one.value);
  if (day !== undefined)
    return findDates(other.value).some(({ value }) => value !== '' && value === day.value);
  const [amounts, others] = [amountsIn(one.value), amountsIn(other.value)];
  return (
    /[.,]\d\d\b/.test(other.value) &&
    amounts.size === 1 &&
    others.size === 1 &&
    amounts.has([...others][0] ?? '')
  );
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}
