import { describe, expect, it } from 'vitest';
import { Failure, type FailureKind } from '../../../src/failure';
import { CircuitBreakers } from '../../../src/llm/circuit-breaker';
import type { Clock } from '../../../src/clock';
import { connect, testConnection } from '../../../src/llm/connect';
import { fastPorts } from '../../endpoint/fast-ports';
import { nodeHttp } from '../../endpoint/node-http';
import type { FaultName } from '../../endpoint/server';
import { draft, endpointOf, failureOf, start } from './setup';

function manualClock(): Clock & { advance(ms: number): void } {
  let time = 1_000_000;
  return {
    now: () => time,
    set: () => 0,
    clear: () => undefined,
    advance: (ms) => {
      time += ms;
    },
  };
}

const endpoint = endpointOf('openai', 'https://x.invalid/v1');

function isOpen(breakers: CircuitBreakers, of = endpoint): boolean {
  try {
    breakers.check(of);
    return false;
  } catch (thrown) {
    if (thrown instanceof Failure) return true;
    throw thrown;
  }
}

describe('CircuitBreakers', () => {
  it('the circuit breaker opens at the second failure in a row, and allows a call ten minutes later', () => {
    const clock = manualClock();
    const breakers = new CircuitBreakers(clock);
    const wrong = new Failure('llm-key-wrong');
    breakers.failed(endpoint, wrong);
    expect(isOpen(breakers)).toBe(false);
    breakers.failed(endpoint, wrong);
    expect(isOpen(breakers)).toBe(true);
    clock.advance(10 * 60_000);
    expect(isOpen(breakers)).toBe(false);
    breakers.failed(endpoint, wrong);
    expect(isOpen(breakers)).toBe(true);
  });

  it('a success between two failures keeps the circuit breaker closed', () => {
    const breakers = new CircuitBreakers(manualClock());
    const busy = new Failure('llm-server', { passing: true });
    breakers.failed(endpoint, busy);
    breakers.succeeded(endpoint);
    breakers.failed(endpoint, busy);
    expect(isOpen(breakers)).toBe(false);
  });

  it('the circuit breaker stays open for `retryAfterSeconds`, and its error has the remaining time', () => {
    const clock = manualClock();
    const breakers = new CircuitBreakers(clock);
    breakers.failed(
      endpoint,
      new Failure('llm-rate-limit', { passing: true, details: { retryAfterSeconds: 3600 } }),
    );
    clock.advance(600_000);
    expect(() => breakers.check(endpoint)).toThrow(
      expect.objectContaining({ kind: 'llm-rate-limit', details: { retryAfterSeconds: 3000 } }),
    );
  });

  it.each<FailureKind>([
    'llm-content-filter',
    'llm-too-long',
    'llm-bad-answer',
    'llm-cut-off',
    'llm-timeout',
    'llm-refused',
  ])('the failure %s concerns one document and never opens the circuit breaker', (kind) => {
    const breakers = new CircuitBreakers(manualClock());
    for (let times = 0; times < 5; times += 1) breakers.failed(endpoint, new Failure(kind));
    expect(isOpen(breakers)).toBe(false);
  });

  it('the circuit breaker opens separately for each key and model', () => {
    const breakers = new CircuitBreakers(manualClock());
    for (let times = 0; times < 2; times += 1) breakers.failed(endpoint, new Failure('llm-key-wrong'));
    expect(isOpen(breakers)).toBe(true);
    expect(isOpen(breakers, { ...endpoint, apiKey: 'another' })).toBe(false);
    expect(isOpen(breakers, { ...endpoint, model: 'another' })).toBe(false);
    breakers.reset();
    expect(isOpen(breakers)).toBe(false);
  });
});

describe('failing requests', () => {
  it('after two requests with a wrong key, no request is sent until the key is changed', async () => {
    const { server, endpoint: used } = await start({ as: 'openai', key: 'sk-right' });
    const ports = fastPorts();
    const breakers = new CircuitBreakers(ports.clock);
    for (let document = 0; document < 100; document += 1) {
      const failure = await failureOf(draft(connect(used, nodeHttp, { ...ports, breakers })));
      expect(failure.kind).toBe('llm-key-wrong');
    }
    expect(server.requests).toHaveLength(2);
    await draft(connect({ ...used, apiKey: 'sk-right' }, nodeHttp, { ...ports, breakers }));
    expect(server.requests).toHaveLength(3);
  });

  it('after a successful connection test, requests are sent again', async () => {
    const faultOf = (number: number): FaultName => (number <= 2 ? 'no-balance' : 'good');
    const { server, endpoint: used } = await start({ as: 'deepseek', fault: faultOf });
    const clock = manualClock();
    const ports = { ...fastPorts(), breakers: new CircuitBreakers(clock) };
    const model = connect(used, nodeHttp, ports);
    for (let document = 0; document < 3; document += 1) await failureOf(draft(model));
    expect(server.requests).toHaveLength(2);
    await testConnection(used, nodeHttp, ports, new AbortController().signal);
    await draft(model);
    expect(server.requests).toHaveLength(4);
  });
});
