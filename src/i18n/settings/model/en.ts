import { brands } from '../../brands';

/** English texts of the settings for the language model and for pages without text. */
export const modelSettingsEn = {
  provider: {
    name: 'Provider',
    description:
      'The offline engine or the provider of the model that writes the digest. The offline engine needs no account and sends nothing over the network. The settings of requests, cost and scanned pages appear when you choose a provider.',
  },
  providers: {
    ...brands,
    offline: 'Offline engine',
  },
  changeProvider: {
    title: 'Change provider',
    question:
      'You have entered an address or a model of your own. Replace it with the default of the new provider?',
    replace: 'Replace',
    keep: 'Keep mine',
    cancel: 'Cancel',
  },
  baseUrl: {
    name: 'Base URL',
    description:
      'Address of an OpenAI-compatible endpoint. If it is empty, the address of the provider is used. A custom endpoint has no default.',
  },
  model: {
    name: 'Model',
    description:
      'Name of the model. If it is empty, the default of the provider is used. A custom endpoint has no default.',
  },
  modelPicker: {
    name: 'Choose a model',
    description: 'Loads the list of models from the endpoint.',
    placeholder: 'Choose a model, or type its name',
    loading: 'Loading the models…',
    useTyped: 'Use {model}',
    unknown: 'The endpoint does not know {model}. The models with the nearest names come first.',
    none: 'The endpoint does not list its models. Type the name of a model.',
    failure: '{sentence} {wayOn} You can still type the name of a model.',
  },
  apiKeySecret: {
    name: 'API key',
    description: 'Kept in the secret storage of this device, never in the settings file or in notes.',
    missing:
      'No key is stored on this device. If the provider needs one, enter it here or choose a secret that has it.',
    enter: 'Enter the key',
  },
  testConnection: {
    name: 'Test connection',
    description: 'Sends one very short request to the model.',
    button: 'Test',
    running: 'Testing…',
    success: 'The connection works: {model} answered.',
    failure: 'The connection does not work. {sentence} {wayOn}',
    offline: 'The offline engine needs no connection.',
  },
  completeByItself: {
    name: 'Complete notes automatically',
    description:
      'When the model can be used again, write the missing digests, finish the failed second readings, ' +
      'and replace the digests of the offline engine. This costs tokens.',
  },
  scannedPages: {
    name: 'Pages without text',
    description:
      'What to do with scanned pages. To read them, the plugin sends images of these pages to the vision model.',
  },
  visionModel: {
    name: 'Vision model',
    description:
      'Model that reads scanned pages. If it is empty, the default of the provider is used. A custom endpoint has no default.',
  },
};
