import { describe, expect, it } from 'vitest';
import { riskOf } from '../../../src/llm/address-risk';
import { PRESETS } from '../../../src/llm/presets/presets';

describe('the risk of an address', () => {
  it.each(Object.values(PRESETS).map(({ baseUrl }) => baseUrl))(
    'the preset address %s has no risk',
    (address) => {
      expect(riskOf(address)).toBeNull();
    },
  );

  it.each([
    'http://localhost:11434',
    'http://127.0.0.1:1234/v1',
    'http://10.0.0.7',
    'http://172.16.0.1',
    'http://192.168.1.5:8080/v1',
    'http://100.100.1.1:8000',
    'http://[::1]:8080',
    'http://[fd00::1]/v1',
    'http://nas:8000',
    'http://gpu.local/v1',
    'http://box.home.arpa',
    'server:8000',
    'https://llm.example.org/v1',
    'https://my-openai.azure.com/openai',
    'https://eu.api.openai.com/v1',
    'https://openai.example.org/v1',
    'https://x.openai.azure.com',
    'https://api.moonshot.ai/v1',
    'https://api.siliconflow.com/v1',
    'https://api.minimax.io/v1',
    'https://api.stepfun.ai/v1',
    'https://dashscope-intl.aliyuncs.com',
    'https://api.together.xyz/v1',
    'https://api.openai.com./v1',
    'not an address',
    '',
  ])('the address "%s" has no risk', (address) => {
    expect(riskOf(address)).toBeNull();
  });

  it.each([
    'http://llm.example.org/v1',
    'http://8.8.8.8',
    'http://172.32.0.1',
    'http://10.evil.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://192.168.1.5.evil.example',
    'http://[2001:db8::1]/v1',
    'http://0x08080808/',
    'http://134744072/v1',
  ])('the risk of the address %s is `plain`', (address) => {
    expect(riskOf(address)).toBe('plain');
  });

  it.each([
    'https://api.openai.com.evil.example/v1',
    'https://openai.com.evil.example/v1',
    'https://apiopenai.com/v1',
    'https://api.0penai.com/v1',
    'https://api.opena1.com/v1',
    'https://dashscope.allyuncs.com/v1',
    'https://api-openai-com.evil.example/v1',
    'https://xapi.openai.com-evil.example',
    'https://api.openai.co/v1',
    'https://api.openai.co.uk/v1',
    'https://openai-api.com/v1',
    'https://open-ai.com/v1',
    'https://api.opnai.com/v1',
    'https://api.opneai.com/v1',
    'https://api.deepseek.co',
    'https://api.antropic.com',
    'https://openrouter.io/api/v1',
    'https://generativelanguage.googleapi.com',
    'https://api.openai.com%2eevil.example',
    'https://\u0430pi.openai.com/v1',
    'https://api.\u043epenai.com/v1',
  ])('the risk of the address %s is `look-alike`', (address) => {
    expect(riskOf(address)).toBe('look-alike');
  });
});
