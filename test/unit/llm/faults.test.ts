import { describe, expect, it } from 'vitest';
import { failed, survived } from '../../endpoint/outcomes';
import { REPORTED_ERRORS, type ReportedFault } from '../../endpoint/reported-errors';
import { draft, failureOf, start } from './setup';

describe('usable answers', () => {
  it.each(survived)('the usable answer %s leads to a draft after %i request(s)', async (fault, requests) => {
    const { server, model } = await start({ fault });
    const { draft: answer } = await draft(model);
    expect(answer.summary.length).toBeGreaterThan(0);
    expect(server.requests).toHaveLength(requests);
  });
});

describe('reported errors', () => {
  it.each(Object.entries(REPORTED_ERRORS))(
    'the reported error %s leads to the expected failure and number of requests',
    async (name, { kind, passing = false, requests }) => {
      const { server, model } = await start({ fault: name as ReportedFault });
      const failure = await failureOf(draft(model));
      expect({ kind: failure.kind, passing: failure.passing }).toEqual({ kind, passing });
      // If the endpoint refuses the form or the model of a request, the plugin sends the request once more,
      // without optional parameters.
      expect(server.requests).toHaveLength(requests ?? 1);
    },
  );
});

describe('failing endpoints', () => {
  it.each(failed)(
    'the fault $0 leads to the failure $1 after $3 request(s)',
    async (fault, kind, passing, requests) => {
      const { server, model } = await start({ fault });
      const failure = await failureOf(draft(model));
      expect({ kind: failure.kind, passing: failure.passing }).toEqual({ kind, passing });
      expect(server.requests).toHaveLength(requests);
    },
  );

  it.each(['slow', 'slow-drip'] as const)(
    'the fault %s leads to the failure llm-timeout without a retry',
    async (fault) => {
      const { server, model } = await start({ fault }, { silenceSeconds: 20 });
      const failure = await failureOf(draft(model));
      expect(failure.kind).toBe('llm-timeout');
      expect(failure.details['seconds']).toBe(20);
      expect(server.requests).toHaveLength(1);
    },
  );

  it('the plugin repeats a request as long as the endpoint loads its model', async () => {
    const { server, model } = await start({ fault: (number) => (number < 8 ? 'loading' : 'good') });
    await draft(model);
    expect(server.requests).toHaveLength(8);
  });

  it('an endpoint still gets the next document after a failed call', async () => {
    const { server, model } = await start({
      fault: (number) => (number === 1 ? 'prose' : number === 2 ? 'html' : 'good'),
    });
    await failureOf(draft(model));
    const { draft: answer } = await draft(model);
    expect(answer.doc_type).toBe('contract');
    expect(server.requests).toHaveLength(3);
  });
});
