import type { SettingControl, SettingDefinition } from 'obsidian';
import type { Messages } from '../i18n/messages';
import type { RedactKind } from '../redact/finding';
import type { SettingKey, Settings } from '../settings';

/**
 * The key of a control: a setting, a kind of private value such as `phone` (stored in the setting `redact`),
 * or `auto` (stored on the device).
 */
export type ControlKey = SettingKey | 'auto' | RedactKind;

/** Settings whose value is the name of a model. */
export type ModelKey = 'model' | 'visionModel' | 'checkModel';

/** Settings whose value is a list that the user edits item by item; see `setting-list.ts`. */
export type ListKey = 'moreInboxFolders' | 'rules' | 'ownFields' | 'extraHeaders';

/** The functions and values that the rows use. The tab provides them. */
export interface DefinitionContext {
  readonly messages: Messages;
  readonly settings: () => Settings;
  /** Returns an error message when the value is invalid. */
  readonly check: (key: SettingKey, shown: unknown) => string | undefined;
  readonly folderExists: (path: string) => boolean;
  /** Returns the tokens used today on this device. */
  readonly spentToday: () => number;
  readonly createInboxFolder: () => void;
  readonly openFirstRun: () => void;
  /** Lets the user choose a PDF and shows what would be sent for it. */
  readonly previewSent: () => void;
  readonly forgetDevice: () => void;
  readonly resetPrompt: () => void;
  readonly chooseModel: (key: ModelKey) => void;
  /** Opens the item at this index, or an empty form for null. */
  readonly editItem: (key: ListKey, index: number | null) => void;
  readonly moveItem: (key: ListKey, from: number, to: number) => void;
  readonly removeItem: (key: ListKey, index: number) => void;
  readonly render: {
    readonly apiKey: NonNullable<SettingDefinition['render']>;
    readonly testConnection: NonNullable<SettingDefinition['render']>;
  };
}

export function isOnline(context: DefinitionContext): boolean {
  return context.settings().provider !== 'offline';
}

/** Returns a row. Its name and description are the messages with the key of the control. */
export function row(
  context: DefinitionContext,
  control: SettingControl<ControlKey>,
  visible?: () => boolean,
): SettingDefinition<ControlKey> {
  const { name, description } = context.messages.settings[control.key as 'inboxFolder'];
  return { name, desc: description, control, ...(visible === undefined ? {} : { visible }) };
}
