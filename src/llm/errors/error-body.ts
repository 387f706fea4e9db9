import { asRecord } from '../record';

type Body = Readonly<Record<string, unknown>>;

/** Where gateways put their code and their words, beside OpenAI's `error`. `base_resp` is MiniMax's. */
const CODES = ['code', 'error_code', 'errcode', 'status_code'];
const WORDS = ['message', 'msg', 'error_msg', 'errmsg', 'status_msg', 'detail'];
/** Codes that say that all is well. */
const FINE = /^(0|2\d\d|20000|ok|success)?$/i;

function recordOf(body: unknown): Body | null {
  const record = asRecord(Array.isArray(body) ? body[0] : body);
  return asRecord(record?.['base_resp']) ?? record;
}

/**
 * True for a body that reports an error whatever its status, as OpenRouter's and some gateways' do. An `error` that
 * says nothing stands in some good answers.
 */
export function isErrorBody(body: unknown): boolean {
  const record = recordOf(body);
  if (record === null) return false;
  if (says(record['error']) || says(record['errors'])) return true;
  if (['choices', 'data', 'models'].some((name) => Array.isArray(record[name]))) return false;
  const isFine = textsOf(CODES.map((name) => record[name])).every((code) => FINE.test(code));
  return wordsIn(record).length > 0 && (!isFine || record['success'] === false);
}

function says(error: unknown): boolean {
  return typeof error === 'object' && error !== null ? Object.values(error).some(isSomething) : isSomething(error);
}

function isSomething(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
}

/** Codes in the order of how much they tell; numbers as text. */
export function errorCodes(body: unknown): readonly string[] {
  const record = recordOf(body);
  if (record === null) return [];
  const error = asRecord(record['error']) ?? asRecord(Array.isArray(record['errors']) ? record['errors'][0] : undefined);
  return textsOf([error?.['code'], error?.['status'], error?.['type'], ...CODES.map((name) => record[name]), record['type'], record['status']]);
}

function textsOf(codes: readonly unknown[]): readonly string[] {
  return codes.filter((code) => typeof code === 'string' || typeof code === 'number').map(String);
}

/** The HTTP status of an error that came with a status of success, where its body names one. */
export function statusInBody(body: unknown): number | undefined {
  return errorCodes(body).filter((code) => /^[45]\d\d$/.test(code)).map(Number)[0];
}

/** The endpoint's own words, for matching only: they may repeat the key or the document. */
export function errorMessage(body: unknown): string {
  if (typeof body === 'string') return body.slice(0, 2_000);
  const record = recordOf(body);
  if (record === null) return '';
  const { error } = record;
  const raw = asRecord(asRecord(error)?.['metadata'])?.['raw'];
  const errors: readonly unknown[] = Array.isArray(record['errors']) ? record['errors'] : [];
  const words = [error, ...errors].flatMap((one) => (typeof one === 'string' ? [one] : wordsIn(asRecord(one) ?? {})));
  // "Not Found" beside a sentence tells less than the sentence.
  return [...words, ...(words.length > 0 && typeof error !== 'string' ? [] : wordsIn(record)), raw]
    .filter((one) => typeof one === 'string').join(' ').slice(0, 4_000);
}

/** The parameter that an error is about, where the body names it apart from its words. */
export function errorParameter(body: unknown): string {
  const parameter = asRecord(recordOf(body)?.['error'])?.['param'];
  return typeof parameter === 'string' ? parameter.slice(0, 200) : '';
}

function wordsIn(record: Body): readonly string[] {
  return WORDS.map((name) => record[name]).flatMap((value) => (Array.isArray(value) ? value.map(detailText) : [value]))
    .filter((value): value is string => typeof value === 'string' && value !== '');
}

/** One of FastAPI's details: where it was found, and what is wrong with it. */
function detailText(detail: unknown): unknown {
  const record = asRecord(detail);
  const place: readonly unknown[] = Array.isArray(record?.['loc']) ? record['loc'] : [];
  return record === null ? detail : [...place, record['msg']].map(String).join(' ');
}
