import { describe, expect, it } from 'vitest';
import { runsOnDevice } from '../../../src/llm/on-device';

describe('runsOnDevice', () => {
  it.each([
    ['ollama', '', ['qwen3:8b', '']],
    ['ollama', 'http://127.0.0.1:11434', ['qwen3:8b']],
    ['lmstudio', 'http://[::1]:1234/v1', ['mistral']],
  ] as const)('runsOnDevice is true for the program %s at the address %j', (provider, url, models) => {
    expect(runsOnDevice(provider, url, models)).toBe(true);
  });

  it.each([
    // A machine in the user's own network is another device.
    ['ollama', 'http://192.168.1.20:11434', ['qwen3:8b']],
    ['ollama', 'http://nas.local:11434', ['qwen3:8b']],
    ['ollama', 'https://ollama.com', ['qwen3:8b']],
    ['ollama', 'http://localhost.example.com', ['qwen3:8b']],
    // Ollama sends the prompts of these models to its own servers.
    ['ollama', '', ['gpt-oss:120b-cloud']],
    ['ollama', '', ['qwen3:8b', 'glm-4.6:cloud']],
    // Another server on this device may be a proxy.
    ['custom', 'http://127.0.0.1:4000/v1', ['gpt']],
    ['openai', '', ['gpt']],
    ['ollama', 'not an address', ['qwen3:8b']],
  ] as const)(
    'runsOnDevice is false for %s at the address %j if the models are %j',
    (provider, url, models) => {
      expect(runsOnDevice(provider, url, models)).toBe(false);
    },
  );
});
