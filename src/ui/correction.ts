import type { Failure } from '../failure';
import type { Messages } from '../i18n/messages';
import type { ChoicePorts } from './choose-instead';

/**
 * Returns the label of the button with which the user can correct the setting that caused a failure.
 * @param usual the label of the button if it only opens the settings
 */
export function correctionLabel(failure: Failure | undefined, { settings }: Messages, usual: string): string {
  return failure?.kind === 'llm-model-unknown' ? settings.modelPicker.name : usual;
}

/** The functions and objects that {@link openCorrection} uses. */
export interface CorrectionPorts extends ChoicePorts {
  readonly openSettings: () => void;
}

/**
 * Opens the place where the user can correct the cause of a failure. For an unknown model, this is the
 * endpoint's list of models, which begins with the most similar names. Otherwise, it is the settings.
 */
export function openCorrection(ports: CorrectionPorts, failure: Failure | undefined): void {
  const { openSettings, fail } = ports;
  const unknown = failure?.kind === 'llm-model-unknown' ? failure.details['model'] : undefined;
  if (typeof unknown !== 'string') {
    openSettings();
    return;
  }
  const choose = async (): Promise<void> => {
    const { chooseInstead } = await import('./choose-instead');
    chooseInstead(ports, unknown);
  };
  choose().catch(fail);
}
