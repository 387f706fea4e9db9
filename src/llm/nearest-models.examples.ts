/**
 * A model name that the endpoint does not have, the names that it has, and the name that must be offered
 * first.
 */
export const nearestModelExamples: readonly (readonly [string, readonly string[], string])[] = [
  ['gpt-5-mini', ['gpt-4o', 'gpt-5.4-mini', 'gpt-5.6', 'text-embedding-3-small'], 'gpt-5.4-mini'],
  ['gemini-2.5-flash', ['gemini-3-pro', 'gemini-flash-latest', 'gemma-4-26b'], 'gemini-flash-latest'],
  ['kimi-k2.5', ['kimi-k2.6', 'kimi-k3', 'moonshot-v1-8k'], 'kimi-k3'],
  ['glm-4.6', ['cogview-4', 'glm-5.1', 'glm-5.2', 'glm-5v-turbo'], 'glm-5.2'],
  ['qwen3:8b', ['llama3.2:3b', 'nomic-embed-text:latest', 'qwen3:4b'], 'qwen3:4b'],
  ['claude-haiku-4-5', ['claude-haiku-5', 'claude-opus-4-5', 'claude-sonnet-5-5'], 'claude-haiku-5'],
  ['deepseek-v3', ['deepseek/deepseek-v4', 'meta/llama-4', 'qwen/qwen3-8b'], 'deepseek/deepseek-v4'],
];
