/** Names of providers as they write them themselves; a language may have its own for some. */
export const brands = {
  dashscope: 'Alibaba Cloud (Qwen)',
  openai: 'OpenAI',
  deepseek: 'DeepSeek',
  moonshot: 'Moonshot (Kimi)',
  zhipu: 'Zhipu (GLM)',
  siliconflow: 'SiliconFlow',
  openrouter: 'OpenRouter',
  gemini: 'Google Gemini',
  ollama: 'Ollama',
  lmstudio: 'LM Studio',
};
