import { expect, it } from 'vitest';
import { Declined, isDeclined } from '../../../src/inbox/declined';
import type { Need, QueueEntry } from '../../../src/inbox/queue';
import { Failure } from '../../../src/failure';

function store(): { load: (key: string) => unknown; save: (key: string, value: unknown) => void } {
  const kept = new Map<string, unknown>();
  return { load: (key) => kept.get(key) ?? null, save: (key, value) => void kept.set(key, value) };
}

function asking(name: string, origin: QueueEntry['origin'], need: Need): QueueEntry {
  return {
    file: { path: name, name },
    origin,
    state: { kind: 'ended', outcome: { kind: 'needs-you', need } },
  };
}

const cost = (pages: number): Need => ({ kind: 'cost', pages, parts: 1, tokens: 1_000 * pages });

it('Declined remembers a declined cost on this device until the cost changes', () => {
  const device = store();
  const declined = new Declined(device);
  expect(declined.record(asking('a.pdf', 'arrived', cost(10)))).toBe(false);
  expect(declined.record(asking('a.pdf', 'asked', cost(10)))).toBe(false);
  const later = new Declined(device);
  expect(later.record(asking('a.pdf', 'found', cost(10)))).toBe(true);
  expect(later.record(asking('a.pdf', 'found', cost(11)))).toBe(false);
  expect(later.record(asking('b.pdf', 'found', cost(10)))).toBe(false);
  // The user is always asked about a PDF that they chose themselves, even after they declined its cost.
  expect(later.record(asking('a.pdf', 'asked', cost(10)))).toBe(false);
});

it('isDeclined is true for a declined cost, and false for a question that is still open', () => {
  expect(isDeclined(asking('a.pdf', 'asked', cost(10)))).toBe(true);
  expect(isDeclined(asking('a.pdf', 'found', cost(10)))).toBe(false);
  expect(
    isDeclined(asking('a.pdf', 'asked', { kind: 'password', failure: new Failure('pdf-password-needed') })),
  ).toBe(false);
});

it('Declined keeps only a limited number of entries, and ignores invalid stored data', () => {
  const device = store();
  device.save('pdf-inbox-declined', 'broken');
  const declined = new Declined(device);
  for (let index = 0; index < 300; index += 1) declined.record(asking(`${index}.pdf`, 'asked', cost(1)));
  expect(device.load('pdf-inbox-declined')).toHaveLength(200);
  expect(declined.record(asking('0.pdf', 'found', cost(1)))).toBe(false);
  expect(declined.record(asking('299.pdf', 'found', cost(1)))).toBe(true);
});
