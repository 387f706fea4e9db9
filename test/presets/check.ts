import { nearestFirst } from '../../src/llm/nearest-models';
import { asRecord } from '../../src/llm/record';
import type { PresetEntry } from '../../src/llm/presets/preset';
import type { EndpointId } from '../../src/llm/presets/presets';

/** The names of our providers in models.dev's `api.json`. Providers that `api.json` lacks are left out. */
const PROVIDERS: Readonly<Partial<Record<EndpointId, string>>> = {
  dashscope: 'alibaba-cn',
  deepseek: 'deepseek',
  moonshot: 'moonshotai-cn',
  zhipu: 'zhipuai',
  siliconflow: 'siliconflow-cn',
  minimax: 'minimax-cn',
  stepfun: 'stepfun',
  openai: 'openai',
  anthropic: 'anthropic',
  openrouter: 'openrouter',
  gemini: 'google',
  xai: 'xai',
  mistral: 'mistral',
  groq: 'groq',
  github: 'github-models',
};

/** The result for one model of a preset. If `level` is `problem`, the preset must be changed. */
export interface Finding {
  readonly preset: string;
  readonly model: string;
  readonly level: 'good' | 'unknown' | 'problem';
  readonly text: string;
}

/**
 * Compares presets with the published list of models.dev: whether their models exist and are not deprecated,
 * whether the limits of a preset are at most those of its model, and whether the vision model takes images. A
 * model that is missing from the list is a problem. A missing alias (a name that ends in `latest`) is no
 * problem, because many aliases are missing from the list.
 * @param published the parsed `api.json`: providers by name, each with `models` by id
 */
export function checkPresets(presets: readonly PresetEntry[], published: unknown): readonly Finding[] {
  return presets.flatMap((preset) => {
    const key = Object.hasOwn(PROVIDERS, preset.id) ? PROVIDERS[preset.id as EndpointId] : undefined;
    const models = asRecord(asRecord(asRecord(published)?.[key ?? ''])?.['models']);
    const names = new Set([preset.model, preset.visionModel].filter((name) => name !== ''));
    return [...names].map((model): Finding => {
      const finding = (level: Finding['level'], text: string): Finding => ({
        preset: preset.id,
        model,
        level,
        text,
      });
      if (models === null) return finding('unknown', 'the list does not have this provider');
      const entry = asRecord(models[model]);
      if (entry === null) {
        return /(^|-)latest$/.test(model)
          ? finding('unknown', 'the list does not have this alias')
          : finding(
              'problem',
              `the list does not have this model; the nearest names are ${nearest(models, model)}`,
            );
      }
      const problems = problemsOf(preset, model, entry);
      return problems.length === 0 ? finding('good', 'fits') : finding('problem', problems.join('; '));
    });
  });
}

function problemsOf(
  { visionModel, contextTokens, maxOutputTokens }: PresetEntry,
  model: string,
  entry: Readonly<Record<string, unknown>>,
): readonly string[] {
  const limit = asRecord(entry['limit']);
  const { context, output } = { context: limit?.['context'], output: limit?.['output'] };
  const inputs = asRecord(entry['modalities'])?.['input'];
  return [
    ...(entry['status'] === 'deprecated' ? ['the model is deprecated'] : []),
    ...(typeof context === 'number' && context < contextTokens
      ? [`the context of the model has ${context} tokens, but the preset states ${contextTokens}`]
      : []),
    ...(typeof output === 'number' && output < maxOutputTokens
      ? [`the longest answer has ${output} tokens, but the preset states ${maxOutputTokens}`]
      : []),
    ...(model === visionModel && Array.isArray(inputs) && !inputs.includes('image')
      ? ['the model takes no images']
      : []),
  ];
}

function nearest(models: Readonly<Record<string, unknown>>, model: string): string {
  return nearestFirst(Object.keys(models), model).slice(0, 3).join(', ') || 'none';
}
