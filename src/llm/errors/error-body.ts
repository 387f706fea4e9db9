import { asRecord } from '../record';

type Body = Readonly<Record<string, unknown>>;

/** The names under which gateways send the code of an error. */
const CODES = ['code', 'error_code', 'errcode', 'status_code'];
/** The names under which gateways send the message of an error. */
const MESSAGES = ['message', 'msg', 'error_msg', 'errmsg', 'status_msg', 'detail'];
const SUCCESS_CODE = /^(0|2\d\d|20000|ok|success)?$/i;

/** MiniMax puts the code and the message into `base_resp`. */
function recordOf(body: unknown): Body | null {
  const record = asRecord(Array.isArray(body) ? body[0] : body);
  return asRecord(record?.['base_resp']) ?? tencentError(record) ?? record;
}

/** Tencent Cloud's API writes the names with capitals (`Response.Error.Code`). */
function tencentError(record: Body | null): Body | null {
  const error = asRecord(asRecord(record?.['Response'])?.['Error']);
  return error === null ? null : { error: { code: error['Code'], message: error['Message'] } };
}

/**
 * Returns whether a body reports an error. OpenRouter and some gateways send such a body with a success
 * status. An `error` without content is no error.
 */
export function isErrorBody(body: unknown): boolean {
  const record = recordOf(body);
  if (record === null) return false;
  if (isReported(record['error']) || isReported(record['errors'])) return true;
  if (['choices', 'data', 'models'].some((name) => Array.isArray(record[name]))) return false;
  const isSuccess = textsOf(CODES.map((name) => record[name])).every((code) => SUCCESS_CODE.test(code));
  return messagesIn(record).length > 0 && (!isSuccess || record['success'] === false);
}

/** Returns the errors in `error` and `errors`. Cloudflare sends a list. */
function errorsIn(record: Body): readonly unknown[] {
  return [record['error'], record['errors']].flat().filter(hasValue);
}

function isReported(error: unknown): boolean {
  return typeof error === 'object' && error !== null ? Object.values(error).some(hasValue) : hasValue(error);
}

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
}

/** Returns the error codes in a body as texts, the most specific one first. */
export function errorCodes(body: unknown): readonly string[] {
  const record = recordOf(body);
  if (record === null) return [];
  const error = errorsIn(record).map(asRecord)[0];
  return textsOf([
    error?.['code'],
    error?.['status'],
    error?.['type'],
    ...CODES.map((name) => record[name]),
    record['type'],
    record['status'],
  ]);
}

function textsOf(codes: readonly unknown[]): readonly string[] {
  return codes.filter((code) => typeof code === 'string' || typeof code === 'number').map(String);
}

/**
 * Returns the HTTP status that a gateway of the one-api family got from the vendor; undefined when there is
 * none. The gateway itself may respond with 500.
 */
export function statusBehindGateway(body: unknown): number | undefined {
  if (!errorCodes(body).includes('bad_response_status_code')) return undefined;
  const [, status] = /\b([45]\d\d)\b/.exec(`${errorParameter(body)} ${errorMessage(body)}`) ?? [];
  return status === undefined ? undefined : Number(status);
}

/** Returns the HTTP status in the body of an error; undefined when there is none. */
export function statusInBody(body: unknown): number | undefined {
  return errorCodes(body)
    .filter((code) => /^[45]\d\d$/.test(code))
    .map(Number)[0];
}

/**
 * Returns the endpoint's error messages, joined and cut to 4,000 characters. They must not be shown: they may
 * contain the API key or text of the document.
 */
export function errorMessage(body: unknown): string {
  if (typeof body === 'string') return body.slice(0, 2_000);
  const record = recordOf(body);
  if (record === null) return '';
  const errors = errorsIn(record);
  const [error] = errors;
  const raw = asRecord(asRecord(error)?.['metadata'])?.['raw'];
  // Gemini states the exceeded limit only in `details`.
  const details = textOf(asRecord(error)?.['details']);
  const messages = errors.flatMap((one) =>
    typeof one === 'string' ? [one] : messagesIn(asRecord(one) ?? {}),
  );
  // If `error` is an object with messages, a message outside of `error` is left out, because it is general,
  // such as "Not Found".
  return [
    ...messages,
    ...(messages.length > 0 && typeof error !== 'string' ? [] : messagesIn(record)),
    raw,
    details,
  ]
    .filter((one) => typeof one === 'string')
    .join(' ')
    .slice(0, 4_000);
}

/** Returns OpenAI's `error.param`, the name of the refused parameter; an empty text when there is none. */
export function errorParameter(body: unknown): string {
  const parameter = asRecord(errorsIn(recordOf(body) ?? {})[0])?.['param'];
  return typeof parameter === 'string' ? parameter.slice(0, 200) : '';
}

function messagesIn(record: Body): readonly string[] {
  return MESSAGES.map((name) => record[name])
    .flatMap((value) => (Array.isArray(value) ? value.map(detailText) : [value]))
    .map(textOf)
    .filter((value) => value !== '');
}

/** Some servers send an object as the message, such as the list of invalid parameters. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? JSON.stringify(value).slice(0, 2_000) : '';
}

/** Formats one entry of FastAPI's `detail`: the path of the invalid value and the message. */
function detailText(detail: unknown): unknown {
  const record = asRecord(detail);
  const place: readonly unknown[] = Array.isArray(record?.['loc']) ? record['loc'] : [];
  return record === null ? detail : [...place, record['msg']].map(String).join(' ');
}
