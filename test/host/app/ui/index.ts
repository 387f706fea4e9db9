export { BaseComponent, ValueComponent } from './components/base';
export { ButtonComponent, ExtraButtonComponent } from './components/button';
export { ColorComponent } from './components/color';
export { DropdownComponent } from './components/dropdown';
export { MomentFormatComponent } from './components/moment-format';
export { DisplayValueComponent, ProgressBarComponent } from './components/progress';
export { SecretComponent } from './components/secret';
export { SliderComponent } from './components/slider';
export { AbstractTextComponent, SearchComponent, TextAreaComponent, TextComponent } from './components/text';
export { ToggleComponent } from './components/toggle';
export { CommandPalette } from './command-palette';
export { ConfirmationButton, ConfirmationModal } from './confirmation-modal';
export { addIcon, getIcon, getIconIds, missingIcons, removeIcon, setIcon } from './icons';
export { AbstractInputSuggest, PopoverSuggest } from './input-suggest';
export { Keymap, Scope, type KeyBinding, type KeyListener } from './keymap';
export { LeafFrame } from './leaf-frame';
export { Menu, MenuSeparator } from './menu';
export { MenuItem } from './menu-item';
export { Modal } from './modal';
export { Notice } from './notice';
export type * from './ports';
export {
  prepareFuzzySearch,
  prepareSimpleSearch,
  renderMatches,
  renderResults,
  sortSearchResults,
} from './search';
export { Setting } from './setting';
export { SettingGroup } from './setting-group';
export { SettingPage } from './settings/page';
export { PluginSettingTab, SettingTab, type SettingsOwner } from './settings/tab';
export { SettingsWindow, type WindowTab } from './settings/window';
export { mountShell, type ShellOptions } from './shell';
export { FuzzySuggestModal, SuggestModal } from './suggest-modal';
export { displayTooltip, setTooltip } from './tooltip';
export { ItemView, View, type ViewLeaf } from './view';
