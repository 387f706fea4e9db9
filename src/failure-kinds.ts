/** Why an endpoint refused a text. A part of this text may be accepted nevertheless. */
export type Refusal = 'content-filter' | 'too-long' | 'cut-off';

/** The reason why one page image stays unread, while other page images may still be read. */
export type PageRefusal = 'unreadable' | 'too-complex' | 'content-filter' | 'too-long' | 'not-recognised';

/**
 * What a kind of failure means for the work on PDFs and for the interface. A trait is false when it is
 * absent.
 */
export interface FailureTraits {
  /** The origin of the cause: the PDF, the endpoint, the vault, or the plugin itself. */
  readonly origin: 'pdf' | 'endpoint' | 'vault' | 'plugin';
  /**
   * The same attempt may succeed later without any action of the user. `FailureOptions.passing` overrides
   * this.
   */
  readonly passes?: true;
  /** Every waiting document would fail for the same reason, so the queue pauses. */
  readonly stopsQueue?: true;
  /**
   * Every further request to the endpoint would fail for the same reason, so the circuit breaker counts the
   * failure.
   */
  readonly opensCircuit?: true;
  /** The user can correct the cause in the plugin's settings. */
  readonly correctedInSettings?: true;
  readonly needsPassword?: true;
  /** The user has to approve settings. Until then, a PDF waits in the queue and gets no note. */
  readonly needsApproval?: true;
  /** The failure does not prove that a request reached the endpoint. */
  readonly mayNotHaveReached?: true;
  /**
   * Present when the endpoint refuses the text of the request. The kind `llm-cut-off` has this trait, but
   * is treated as a refusal only if the answer reached the length limit.
   */
  readonly refusal?: Refusal;
  /**
   * Present when the failure concerns only one page image. A failure without this trait ends the reading of
   * page images.
   */
  readonly page?: PageRefusal;
}

const pdf = { origin: 'pdf', page: 'unreadable' } as const satisfies FailureTraits;
const password = { ...pdf, needsPassword: true } as const satisfies FailureTraits;
const endpoint = { origin: 'endpoint' } as const satisfies FailureTraits;
/** The traits of failures whose cause is the endpoint or the account, and not the document. */
const shared = { ...endpoint, stopsQueue: true, opensCircuit: true } as const satisfies FailureTraits;
const vault = { origin: 'vault' } as const satisfies FailureTraits;

/**
 * The traits of every kind of failure. The words for each kind are in `src/i18n/failures`. A new kind is a
 * new row; the compiler then requires words for it.
 */
const traits = {
  'pdf-password-needed': password,
  'pdf-password-wrong': password,
  'pdf-unsupported-security': pdf,
  'pdf-corrupt': pdf,
  'pdf-empty': pdf,
  'pdf-too-large': pdf,
  'pdf-too-complex': { ...pdf, page: 'too-complex' },
  'pdf-no-text': { ...pdf, correctedInSettings: true },
  'pdf-not-recognised': pdf,
  'pdf-worker': { ...pdf, passes: true },

  'settings-unreadable': { origin: 'vault' },
  'settings-not-approved': { origin: 'vault', stopsQueue: true, needsApproval: true },

  // Without a key, nothing is sent, so this failure does not open the circuit.
  'llm-key-missing': { ...endpoint, stopsQueue: true, correctedInSettings: true },
  // Like a missing key, a missing or invalid header value is found before anything is sent.
  'llm-header-value': { ...endpoint, stopsQueue: true, correctedInSettings: true },
  'llm-key-wrong': { ...shared, correctedInSettings: true },
  // The endpoint accepts the key, but the account has no permission for the request.
  'llm-forbidden': { ...shared, correctedInSettings: true },
  'llm-no-balance': shared,
  'llm-region': { ...shared, correctedInSettings: true },
  'llm-rate-limit': { ...shared, passes: true },
  'llm-daily-quota': shared,
  // The user's limit in the settings is reached. The code that throws this failure pauses the queue until
  // midnight, so `stopsQueue` is not needed.
  'llm-daily-limit': { ...endpoint, passes: true },
  'llm-content-filter': { ...endpoint, refusal: 'content-filter', page: 'content-filter' },
  'llm-too-long': { ...endpoint, refusal: 'too-long', page: 'too-long' },
  'llm-prompt-cut': { ...endpoint, refusal: 'too-long' },
  'llm-model-unknown': { ...shared, correctedInSettings: true },
  'llm-no-vision': { ...endpoint, correctedInSettings: true },
  'llm-unreachable': { ...shared, passes: true, correctedInSettings: true, mayNotHaveReached: true },
  'llm-tls': { ...shared, mayNotHaveReached: true },
  'llm-timeout': { ...endpoint, mayNotHaveReached: true, page: 'not-recognised' },
  // The model may have worked on the request, which then costs money. So the request is sent again only if
  // the user wants it.
  'llm-no-answer': { ...endpoint, page: 'not-recognised' },
  'llm-memory': { ...shared, correctedInSettings: true },
  // The base URL in the settings may have the wrong path, so the user can correct it.
  'llm-not-an-api': { ...shared, correctedInSettings: true, mayNotHaveReached: true },
  'llm-redirect': { ...shared, correctedInSettings: true },
  'llm-address-invalid': { ...endpoint, stopsQueue: true, correctedInSettings: true },
  'llm-address-credentials': { ...endpoint, stopsQueue: true, correctedInSettings: true },
  'llm-bad-request': { ...endpoint, correctedInSettings: true, page: 'not-recognised' },
  'llm-bad-answer': { ...endpoint, page: 'not-recognised' },
  'llm-cut-off': { ...endpoint, refusal: 'cut-off', page: 'not-recognised' },
  'llm-refused': { ...endpoint, refusal: 'content-filter', page: 'content-filter' },
  // Retries handle short outages. The next document may succeed, so the queue continues.
  'llm-server': { ...endpoint, passes: true, opensCircuit: true },

  // The plugin tries to read the key at short intervals (`whenEndpointChanges`), so the queue continues when
  // the storage works again.
  'secrets-unavailable': { origin: 'plugin', stopsQueue: true, correctedInSettings: true },
  'device-storage-full': { origin: 'plugin' },
  'code-not-loaded': { origin: 'plugin', stopsQueue: true },
  'other-window': { origin: 'plugin', stopsQueue: true },

  'vault-file-gone': vault,
  'vault-read': { ...vault, passes: true },
  'vault-write': { ...vault, passes: true },
  'vault-rename': vault,
  'dashboard-unreadable': vault,
  'vault-folder': { ...vault, passes: true },
  'inbox-missing': { ...vault, correctedInSettings: true },
  'template-invalid': vault,

  unexpected: { origin: 'plugin' },
} as const satisfies Readonly<Record<string, FailureTraits>>;

/** The kinds of failures. Two failures have different kinds if the user can react to them differently. */
export type FailureKind = keyof typeof traits;

/** Returns the traits of a kind of failure. */
export function traitsOf(kind: FailureKind): FailureTraits {
  return traits[kind];
}
