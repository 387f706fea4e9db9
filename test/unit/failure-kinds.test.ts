import { expect, it } from 'vitest';
import { Failure, type FailureKind } from '../../src/failure';
import { traitsOf, type FailureTraits } from '../../src/failure-kinds';
import { en } from '../../src/i18n/en';

function isKind(text: string): text is FailureKind {
  return Object.hasOwn(en.failures, text);
}

const kinds = Object.keys(en.failures).filter(isKind);

type Trait = keyof FailureTraits;

function having(trait: Trait, value: FailureTraits[Trait]): readonly FailureKind[] {
  return kinds.filter((kind) => traitsOf(kind)[trait] === value).sort();
}

it.each<[Trait, FailureTraits[Trait], readonly FailureKind[]]>([
  [
    'stopsQueue',
    true,
    [
      'code-not-loaded',
      'llm-address-credentials',
      'llm-address-invalid',
      'llm-daily-quota',
      'llm-forbidden',
      'llm-header-value',
      'llm-key-missing',
      'llm-key-wrong',
      'llm-memory',
      'llm-model-unknown',
      'llm-no-balance',
      'llm-not-an-api',
      'llm-rate-limit',
      'llm-redirect',
      'llm-region',
      'llm-tls',
      'llm-unreachable',
      'other-window',
      'secrets-unavailable',
      'settings-not-approved',
    ],
  ],
  [
    'opensCircuit',
    true,
    [
      'llm-daily-quota',
      'llm-forbidden',
      'llm-key-wrong',
      'llm-memory',
      'llm-model-unknown',
      'llm-no-balance',
      'llm-not-an-api',
      'llm-rate-limit',
      'llm-redirect',
      'llm-region',
      'llm-server',
      'llm-tls',
      'llm-unreachable',
    ],
  ],
  [
    'correctedInSettings',
    true,
    [
      'inbox-missing',
      'llm-address-credentials',
      'llm-address-invalid',
      'llm-bad-request',
      'llm-forbidden',
      'llm-header-value',
      'llm-key-missing',
      'llm-key-wrong',
      'llm-memory',
      'llm-model-unknown',
      'llm-no-vision',
      'llm-not-an-api',
      'llm-redirect',
      'llm-region',
      'llm-unreachable',
      'pdf-no-text',
      'secrets-unavailable',
    ],
  ],
  [
    'passes',
    true,
    [
      'llm-daily-limit',
      'llm-rate-limit',
      'llm-server',
      'llm-unreachable',
      'pdf-worker',
      'vault-folder',
      'vault-read',
      'vault-write',
    ],
  ],
  ['needsApproval', true, ['settings-not-approved']],
  ['needsPassword', true, ['pdf-password-needed', 'pdf-password-wrong']],
  ['mayNotHaveReached', true, ['llm-not-an-api', 'llm-timeout', 'llm-tls', 'llm-unreachable']],
  ['refusal', 'content-filter', ['llm-content-filter', 'llm-refused']],
  ['refusal', 'too-long', ['llm-prompt-cut', 'llm-too-long']],
  ['refusal', 'cut-off', ['llm-cut-off']],
  [
    'page',
    'unreadable',
    kinds.filter((kind) => kind.startsWith('pdf-') && kind !== 'pdf-too-complex').sort(),
  ],
  ['page', 'too-complex', ['pdf-too-complex']],
  ['page', 'content-filter', ['llm-content-filter', 'llm-refused']],
  ['page', 'too-long', ['llm-too-long']],
  [
    'page',
    'not-recognised',
    ['llm-bad-answer', 'llm-bad-request', 'llm-cut-off', 'llm-no-answer', 'llm-timeout'],
  ],
  ['origin', 'pdf', kinds.filter((kind) => kind.startsWith('pdf-')).sort()],
  ['origin', 'endpoint', kinds.filter((kind) => kind.startsWith('llm-')).sort()],
])('the trait %s is %s for exactly the listed kinds of failure', (trait, value, expected) => {
  expect(having(trait, value)).toEqual(expected);
});

it('the option `passing` of a failure overrules the trait `passes` of its kind', () => {
  expect(new Failure('llm-server').passing).toBe(true);
  expect(new Failure('llm-key-wrong').passing).toBe(false);
  expect(new Failure('llm-unreachable', { passing: false }).passing).toBe(false);
  expect(new Failure('unexpected', { passing: true }).passing).toBe(true);
});
