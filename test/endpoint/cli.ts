import { parseArgs } from 'node:util';
import type { EndpointId } from '../../src/llm/presets/presets';
import { FAULTS, isFaultName } from './faults';
import { PROFILES } from './profiles';
import { acceptedKeys, startEndpoint } from './server';

const USAGE = `npm run endpoint -- [--as PRESET] [--fault NAME] [--port N] [--latency MS] [--key KEY] [--cors]

Presets: ${Object.keys(PROFILES).join(', ')}
Faults:  ${Object.keys(FAULTS).join(', ')}`;

function isEndpointId(name: string): name is EndpointId {
  return Object.hasOwn(PROFILES, name);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      as: { type: 'string', default: 'custom' },
      fault: { type: 'string', default: 'good' },
      port: { type: 'string', default: '8080' },
      latency: { type: 'string', default: '0' },
      key: { type: 'string' },
      cors: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || !isEndpointId(values.as) || !isFaultName(values.fault)) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const endpoint = await startEndpoint({
    as: values.as,
    fault: values.fault,
    port: Number(values.port),
    latencyMs: Number(values.latency),
    cors: values.cors,
    ...(values.key === undefined ? {} : { key: values.key }),
  });
  console.log(`Base URL: ${endpoint.url}  (as ${values.as}, ${values.fault}; press Ctrl+C to stop)`);
  console.log(`API key: ${acceptedKeys(values.as, values.key)}. Models: the preset's models and test-model.`);
  console.log('The answers are composed from the sentences of the document by simple rules, not by a model.');
}

await main();
