import { readFile } from 'node:fs/promises';
import { PRESETS } from '../../src/llm/presets/presets';
import { checkPresets } from './check';

/** Compares the models of the presets with a copy of models.dev's `api.json`, and prints the findings. */
async function main([file]: readonly string[]): Promise<void> {
  if (file === undefined) {
    console.error(
      'Usage: npm run presets:check -- FILE, where FILE is a downloaded copy of https://models.dev/api.json',
    );
    process.exitCode = 2;
    return;
  }
  const findings = checkPresets(Object.values(PRESETS), JSON.parse(await readFile(file, 'utf8')) as unknown);
  for (const { preset, model, level, text } of findings)
    console.log(`${level.padEnd(8)} ${preset.padEnd(12)} ${model}: ${text}`);
  if (findings.some(({ level }) => level === 'problem')) process.exitCode = 1;
}

await main(process.argv.slice(2));
