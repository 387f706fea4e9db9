import type { App } from 'obsidian';
import type { Messages } from '../i18n/messages';
import { PRESETS } from '../llm/presets/presets';
import type { Settings } from '../settings';
import type { SettingsStore } from '../settings/store';
import { ModelPicker, type ModelChoice } from './model-picker';
import type { ModelKey } from './setting-row';

export interface ChoicePorts {
  readonly app: App;
  readonly messages: Messages;
  readonly store: SettingsStore;
  readonly load: ModelChoice['load'];
  readonly fail: (thrown: unknown) => void;
}

/** Opens the endpoint's list of models. The model that the user chooses replaces the unknown one. */
export function chooseInstead({ app, messages, store, load, fail }: ChoicePorts, unknown: string): void {
  const onChoose = (model: string): void =>
    void store.change({ [keyOf(store.current, unknown)]: model }).catch(fail);
  new ModelPicker(app, messages, { load, onChoose, unknown }).open();
}

/**
 * Returns the key of the first setting that names the model, in this order: `model`, `checkModel`,
 * `visionModel`. Returns the key `model` if no setting names it.
 */
function keyOf(settings: Settings, model: string): ModelKey {
  const { provider, checkModel, visionModel } = settings;
  const preset = provider === 'offline' ? undefined : PRESETS[provider];
  if (model === (settings.model || preset?.model)) return 'model';
  if (model === checkModel) return 'checkModel';
  return model === (visionModel || preset?.visionModel) ? 'visionModel' : 'model';
}
