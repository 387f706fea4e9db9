import type { FailureKind } from '../../failure';

/** The words for one kind of failure, as templates for `format`. */
export interface FailureWords {
  /** What happened. */
  readonly sentence: string;
  /** What the user can do about it, in one or more sentences. */
  readonly wayOn: string;
}

/** English texts of every kind of failure. */
export const failuresEn = {
  'pdf-password-needed': {
    sentence: 'This PDF is protected by a password.',
    wayOn: 'Enter the password, or save an unprotected copy in the inbox folder.',
  },
  'pdf-password-wrong': {
    sentence: 'This password does not open the PDF.',
    wayOn: 'Check the password and try again.',
  },
  'pdf-unsupported-security': {
    sentence: 'This PDF is encrypted in a way that this plugin cannot open.',
    wayOn: 'Open it in the program that created it, and save a copy without encryption.',
  },
  'pdf-corrupt': {
    sentence: 'This PDF is damaged and cannot be read.',
    wayOn: 'Download or export it again, and replace the damaged file.',
  },
  'pdf-empty': {
    sentence: 'This PDF has no pages.',
    wayOn: 'Check that it was saved completely, then put it in the inbox folder again.',
  },
  'pdf-too-large': {
    sentence: 'This PDF is too large for the memory of this device.',
    wayOn:
      'Split it into smaller files. A PDF of at most one gigabyte may also fit on a device with more memory.',
  },
  'pdf-too-complex': {
    sentence: 'This PDF was not read, because reading it needs too much memory or time.',
    wayOn: 'If you trust it, open it in another program, print it to a new PDF, and digest that one.',
  },
  'pdf-no-text': {
    sentence: 'This PDF has no readable text; its pages are images.',
    wayOn:
      'Let the vision model read the pages (“pages without text” in the settings), or run text recognition on the PDF first.',
  },
  'pdf-not-recognised': {
    sentence: 'The vision model found no text on the pages of this PDF.',
    wayOn: 'Choose another vision model in the settings, or run text recognition on the PDF first.',
  },
  'pdf-worker': {
    sentence: 'The PDF reader could not be started.',
    wayOn: 'Restart the app and try again. If that does not help, update the app.',
  },
  'settings-unreadable': {
    sentence:
      'The settings file (data.json) of the plugin is empty or damaged. Until it can be read again, the plugin keeps the settings that it read last. If it has read none, it uses the defaults and the offline engine. It writes nothing into the file.',
    wayOn:
      'Restore the file from your sync service or from a backup. If there is none, delete the file in the folder of the plugin and restart the app; all settings then start from their defaults.',
  },
  'settings-not-approved': {
    sentence:
      'Some settings that decide what leaves this device were changed. The changes are not approved on this device[: {changes}].',
    wayOn:
      'Approve the changes or change the settings back, in the notice or in the queue. Nothing is processed or sent until then.',
  },
  'llm-key-missing': {
    sentence: 'No API key is stored on this device.',
    wayOn: 'Enter the API key in the settings. It is not synced between devices.',
  },
  'llm-header-value': {
    sentence: 'The header[ {name}] in the settings has no value on this device, or its value cannot be sent.',
    wayOn:
      'Choose a secret for it in the settings, on the page “advanced”. Secrets are not synced between devices.',
  },
  'llm-key-wrong': {
    sentence: 'The endpoint does not accept the API key.',
    wayOn: 'Check in the settings that the key is complete and belongs to this provider.',
  },
  'llm-forbidden': {
    sentence: 'The endpoint does not permit this request for your account.',
    wayOn:
      "Check three things on the provider's website: the model is activated, your identity is verified, and your privacy settings allow this model. If all of this is right, check the key in the settings.",
  },
  'llm-no-balance': {
    sentence: 'Your account at the provider has no balance left.',
    wayOn: 'Top up the account, then retry.',
  },
  'llm-region': {
    sentence: 'The provider does not serve your country or region.',
    wayOn: 'Choose another provider or model in the settings, then retry.',
  },
  'llm-rate-limit': {
    sentence: 'The endpoint is receiving too many requests.',
    wayOn: 'Wait a little[, at least {retryAfterSeconds} seconds,] and retry.',
  },
  'llm-daily-limit': {
    sentence: "This PDF needs more tokens than today's limit still allows.",
    wayOn: 'The queue continues after midnight. To continue earlier, raise “tokens per day” in the settings.',
  },
  'llm-daily-quota': {
    sentence: "Today's quota at the provider is used up.",
    wayOn: 'Retry tomorrow, or ask the provider for a higher quota.',
  },
  'llm-content-filter': {
    sentence: "The endpoint's content filter refused this document.",
    wayOn: 'Try another provider or the offline engine.',
  },
  'llm-too-long': {
    sentence: 'The document is too long for the model[ {model}].',
    wayOn:
      'Choose a model with a larger context, or set “context size” in the settings to the number of tokens that the model accepts.',
  },
  'llm-prompt-cut': {
    sentence: 'The endpoint left out part of the document without reporting an error.',
    wayOn:
      'Set “context size” in the settings to the number of tokens that the model accepts at this endpoint, then retry.',
  },
  'llm-model-unknown': {
    sentence: 'The endpoint does not know the model[ {model}].',
    wayOn: 'Choose one of its models.',
  },
  'llm-no-vision': {
    sentence: 'No model that can read page images is chosen[: {model} cannot read images].',
    wayOn: 'Choose a vision model in the settings.',
  },
  'llm-unreachable': {
    sentence: 'The endpoint cannot be reached[ at {host}].',
    wayOn:
      'Check the network connection, check the base URL in the settings, and make sure that the server is running.',
  },
  'llm-tls': {
    sentence: 'A secure connection to the endpoint could not be established.',
    wayOn: "Check the base URL, the server's certificate, and the date and time of this device.",
  },
  'llm-timeout': {
    sentence: 'The endpoint did not answer in time[ ({seconds} seconds)].',
    wayOn: 'Retry later, or raise “seconds of silence” in the settings, on the page “advanced”.',
  },
  'llm-no-answer': {
    sentence: 'The connection ended before the endpoint answered[ (status {status})].',
    wayOn:
      'The request was not repeated, because the endpoint may have billed it. Retry later, or enter a smaller number, such as 8000, under “context size” in the settings, so that the requests are smaller.',
  },
  'llm-memory': {
    sentence: 'The model[ {model}] does not fit into the memory of the server.',
    wayOn:
      'Choose a smaller model in the settings, or enter a smaller number, such as 8000, under “context size”.',
  },
  'llm-not-an-api': {
    sentence: 'The server at the base URL does not offer a language model[ (status {status})].',
    wayOn: 'Check the base URL in the settings; it often ends with /v1.',
  },
  'llm-redirect': {
    sentence:
      'The endpoint[ at {host}] redirects requests to another address. The plugin sent nothing to that address.',
    wayOn: 'If you trust the other address, enter it as the base URL in the settings.',
  },
  'llm-address-invalid': {
    sentence: 'The base URL is empty, or it is not a web address.',
    wayOn: 'Enter the base URL of the endpoint in the settings; it often ends with /v1.',
  },
  'llm-address-credentials': {
    sentence:
      'The base URL contains an @ sign. The text before it is a user name or a password; the real server is the text after it[: {host}]. Nothing was sent.',
    wayOn:
      'Remove the @ sign and the text before it from the base URL. If the provider gave you an API key, enter it under “API key”.',
  },
  'llm-bad-request': {
    sentence: 'The endpoint rejected the request[ (status {status})].',
    wayOn:
      'Check the name of the model, “context size” and “longest answer” in the settings, or choose another model.',
  },
  'llm-bad-answer': {
    sentence: "The model's answer could not be used.",
    wayOn: 'Retry, or choose another model.',
  },
  'llm-cut-off': {
    sentence: "The model's answer was cut off.",
    wayOn: 'Retry. If it happens again, raise “longest answer” in the settings or choose another model.',
  },
  'llm-refused': {
    sentence: 'The model refused to digest this document.',
    wayOn: 'Try another model or the offline engine.',
  },
  'llm-server': {
    sentence: 'The endpoint is overloaded or has an internal error[ (status {status})].',
    wayOn: 'Retry later.',
  },
  'secrets-unavailable': {
    sentence: 'The secret storage of the app cannot be used, so the API key cannot be read on this device.',
    wayOn: 'Unlock the keychain or key ring of your system, or choose the offline engine in the settings.',
  },
  'other-window': {
    sentence: 'Another window of this vault is digesting the PDFs on this device.',
    wayOn: 'This window takes over when you close the other one, or when you continue the queue here.',
  },
  'device-storage-full': {
    sentence: 'The local storage of the app is full, so the plugin cannot remember its work on this device.',
    wayOn:
      'Work goes on, but the next start may read PDFs again. It is best to delete what other plugins keep in this storage. You can also use “forget everything kept on this device”. But then the plugin also digests the PDFs in the inbox that you left out or whose notes you deleted, and you have to approve the settings again.',
  },
  'vault-file-gone': {
    sentence: 'The file is no longer in the vault.',
    wayOn: 'To digest this PDF, put it in the inbox folder again.',
  },
  'vault-read': {
    sentence: 'The file could not be read from the vault.',
    wayOn: 'Check that it is fully synced and that no other program has locked it, then retry.',
  },
  'vault-write': {
    sentence: 'The note could not be written to the vault.',
    wayOn: 'Check that the device has free space and that the folder is writable, then retry.',
  },
  'dashboard-unreadable': {
    sentence: 'The dashboard[ {path}] cannot be read, so it was not changed.',
    wayOn: 'Correct its YAML, or rename or delete the file, and then run the command again.',
  },
  'vault-rename': {
    sentence: 'The file[ {name}] could not be renamed, so the PDF and its note keep their old names.',
    wayOn:
      'Check that no other app has one of the files open and that the folder is writable, then try again.',
  },
  'vault-folder': {
    sentence: 'The folder[ {path}] could not be created.',
    wayOn:
      'If a file has this name, rename it. You can also choose another folder, or create this one yourself.',
  },
  'inbox-missing': {
    sentence: 'The inbox folder[ {folder}] does not exist.',
    wayOn:
      'If it was renamed or moved, choose it in the settings. Its PDFs that have notes are not digested again. If it was deleted, create it again in the settings.',
  },
  'template-invalid': {
    sentence:
      'The note template[ {path}] could not be used[: the placeholder {placeholder} is unknown], so the built-in layout was used.',
    wayOn: 'Fix the template. To start from the built-in one, run this command: Write the built-in template.',
  },
  'code-not-loaded': {
    sentence: 'A part of the plugin could not be loaded.',
    wayOn:
      'Turn the plugin off and on again in the settings of the app, or restart the app. If that does not help, install the plugin again.',
  },
  unexpected: {
    sentence: 'An unexpected error occurred.',
    wayOn:
      "Retry. If it happens again, report it on the plugin's page on GitHub, with the result of this command: Copy diagnostics.",
  },
} satisfies Record<FailureKind, FailureWords>;
