import type { App } from 'obsidian';
import type { Failure } from '../failure';
import type { Messages } from '../i18n/messages';
import { PRESETS } from '../llm/presets/presets';
import type { Settings } from '../settings';
import type { SettingsStore } from '../settings/store';
import type { ModelChoice } from './model-picker';
import type { ModelKey } from './setting-row';

/**
 * Returns the label of the button with which the user can correct the setting that caused a failure.
 * @param usual the label of the button if it only opens the settings
 */
export function correctionLabel(failure: Failure | undefined, { settings }: Messages, usual: string): string {
  return failure?.kind === 'llm-model-unknown' ? settings.modelPicker.name : usual;
}

/** The functions and objects that {@link openCorrection} uses. */
export interface CorrectionPorts {
  readonly app: App;
  readonly messages: Messages;
  readonly store: SettingsStore;
  readonly load: ModelChoice['load'];
  readonly openSettings: () => void;
  readonly fail: (thrown: unknown) => void;
}

/**
 * Opens the place where the user can correct the cause of a failure: for an unknown model, the endpoint's
 * list of models with the most similar names first; otherwise the settings.
 */
export function openCorrection(ports: CorrectionPorts, failure: Failure | undefined): void {
  const { app, messages, store, load, openSettings, fail } = ports;
  const unknown = failure?.kind === 'llm-model-unknown' ? failure.details['model'] : undefined;
  if (typeof unknown !== 'string') {
    openSettings();
    return;
  }
  const onChoose = (model: string): void =>
    void store.change({ [keyOf(store.current, unknown)]: model }).catch(fail);
  const open = async (): Promise<void> => {
    const { ModelPicker } = await import('./model-picker');
    new ModelPicker(app, messages, { load, onChoose, unknown }).open();
  };
  open().catch(fail);
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
