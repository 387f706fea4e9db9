import type { FailureKind } from '../../failure';

/** What a failure says: one sentence about what happened, one about what can be done. */
export interface FailureWords {
  readonly sentence: string;
  readonly wayOn: string;
}

/** English words of every kind of failure. */
export const failuresEn = {
  'pdf-password-needed': {
    sentence: 'This PDF is protected by a password.',
    wayOn: 'Enter the password, or save a copy without it in the inbox folder.',
  },
  'pdf-password-wrong': {
    sentence: 'The password does not open this PDF.',
    wayOn: 'Check the password and try again.',
  },
  'pdf-unsupported-security': {
    sentence: 'This PDF is encrypted in a way that cannot be opened here.',
    wayOn: 'Open it in the program it was made for and save a copy without encryption.',
  },
  'pdf-corrupt': {
    sentence: 'This PDF is damaged and cannot be read.',
    wayOn: 'Download or export it again and put it in place of this one.',
  },
  'pdf-empty': {
    sentence: 'This PDF has no pages.',
    wayOn: 'Check that it was saved completely, then put it in the inbox again.',
  },
  'pdf-too-large': {
    sentence: 'This PDF is too large for the memory of this device.',
    wayOn: 'Split it into smaller files, or process it on another device.',
  },
  'pdf-no-text': {
    sentence: 'This PDF has no readable text; its pages are images.',
    wayOn: "Let a provider's vision model read pages without text (see the settings), or run text recognition on the PDF first.",
  },
  'pdf-not-recognised': {
    sentence: 'The vision model found no text on the pages of this PDF.',
    wayOn: 'Choose another vision model in the settings, or run text recognition on the PDF first.',
  },
  'pdf-worker': {
    sentence: 'The PDF reader could not be started.',
    wayOn: 'Restart the app and try again; if that does not help, update the app.',
  },
  'llm-key-missing': {
    sentence: 'There is no API key on this device.',
    wayOn: 'Enter it in the settings; keys are not synced between devices.',
  },
  'llm-key-wrong': {
    sentence: 'The endpoint does not accept the API key.',
    wayOn: 'Check the key in the settings, and that it belongs to this provider.',
  },
  'llm-no-balance': {
    sentence: 'The account at the provider has no balance left.',
    wayOn: 'Top up the account at the provider, then retry.',
  },
  'llm-region': {
    sentence: 'The provider does not serve the country or region you are in.',
    wayOn: 'Choose another provider or model in the settings, then retry.',
  },
  'llm-rate-limit': {
    sentence: 'The endpoint is receiving too many requests.',
    wayOn: 'Wait a little[, at least {retryAfterSeconds} seconds,] and retry.',
  },
  'llm-daily-limit': {
    sentence: 'The tokens you allow a day do not suffice for this PDF.',
    wayOn: 'It goes on after midnight; the limit can be raised in the settings.',
  },
  'llm-daily-quota': {
    sentence: 'The limit for today is used up.',
    wayOn: 'Retry tomorrow, or raise the limit in the settings or at the provider.',
  },
  'llm-content-filter': {
    sentence: "The endpoint's content filter refused this document.",
    wayOn: 'Try another provider or the offline engine.',
  },
  'llm-too-long': {
    sentence: 'The document is too long for the model[ {model}].',
    wayOn: 'Choose a model with a larger context, or lower the context size in the settings.',
  },
  'llm-prompt-cut': {
    sentence: 'The endpoint silently left out part of the document.',
    wayOn: "Set the context size in the settings to what the model is really given, then retry.",
  },
  'llm-model-unknown': {
    sentence: 'The endpoint does not know the model[ {model}].',
    wayOn: 'Check the model name in the settings.',
  },
  'llm-no-vision': {
    sentence: 'There is no model that can read page images[: {model} cannot].',
    wayOn: 'Set a vision model in the settings.',
  },
  'llm-unreachable': {
    sentence: 'The endpoint cannot be reached[ at {host}].',
    wayOn: 'Check the network connection and the base URL in the settings, and that the server is running.',
  },
  'llm-tls': {
    sentence: 'A secure connection to the endpoint could not be made.',
    wayOn: "Check the base URL, the server's certificate, and the date and time of this device.",
  },
  'llm-timeout': {
    sentence: 'The endpoint did not answer in time[ ({seconds} seconds)].',
    wayOn: 'Retry later, or allow more time in the settings.',
  },
  'llm-not-an-api': {
    sentence: 'What answers at the base URL is not a language model[ (status {status})].',
    wayOn: 'Check the base URL in the settings; it often ends with /v1.',
  },
  'llm-bad-request': {
    sentence: 'The endpoint rejected the request[ (status {status})].',
    wayOn: 'Check the model and the limits in the settings, or choose another model.',
  },
  'llm-bad-answer': {
    sentence: 'The answer of the model could not be used.',
    wayOn: 'Retry, or choose another model.',
  },
  'llm-cut-off': {
    sentence: 'The answer of the model was cut off.',
    wayOn: 'Retry; if it happens again, allow longer answers in the settings or choose another model.',
  },
  'llm-refused': {
    sentence: 'The model declined to digest this document.',
    wayOn: 'Try another model or the offline engine.',
  },
  'llm-server': {
    sentence: 'The endpoint has a problem of its own[ (status {status})].',
    wayOn: 'Retry later.',
  },
  'vault-file-gone': {
    sentence: 'The PDF is no longer there.',
    wayOn: 'Put it in the inbox again when it is to be digested.',
  },
  'vault-read': {
    sentence: 'The PDF could not be read from the vault.',
    wayOn: 'Check that it is fully synced and not locked by another program, then retry.',
  },
  'vault-write': {
    sentence: 'The note could not be written to the vault.',
    wayOn: 'Check the free space and that the folder can be written to, then retry.',
  },
  'vault-folder': {
    sentence: 'The folder[ {path}] could not be created.',
    wayOn: 'Check whether a file has this name, choose another folder, or create it yourself.',
  },
  'template-invalid': {
    sentence: 'The note template[ {path}] could not be used[: it has the unknown placeholder {placeholder}], so the built-in layout was used.',
    wayOn: 'Mend the template, or have the built-in one written by the command for that and start from it.',
  },
  unexpected: {
    sentence: 'Something unexpected went wrong.',
    wayOn: 'Retry. If it happens again, run the command that copies diagnostics, and report them to us.',
  },
} satisfies Record<FailureKind, FailureWords>;
