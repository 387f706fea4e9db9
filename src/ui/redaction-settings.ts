import type { SettingDefinitionItem } from 'obsidian';
import { isRedactKind, REDACT_KINDS } from '../redact/finding';
import { row, type DefinitionContext } from './setting-row';

/** Returns the settings page for the values that the plugin replaces before it sends text to a model. */
export function redactionPage(context: DefinitionContext): SettingDefinitionItem {
  const { redaction: words, previewSent } = context.messages.settings;
  return {
    type: 'page',
    name: words.name,
    desc: words.description,
    items: [
      {
        type: 'group',
        heading: words.values,
        cls: 'pdf-inbox-settings',
        items: [
          ...REDACT_KINDS.map((key) => row(context, { type: 'toggle', key })),
          row(context, {
            type: 'textarea',
            key: 'redact',
            rows: 4,
            validate: (value) => context.check('redact', value),
          }),
          { ...previewSent, action: () => context.previewSent() },
        ],
      },
    ],
  };
}

/** Adds a kind of value, such as `phone`, to the patterns, or removes it. */
export function withKind(patterns: readonly string[], kind: string, isOn: boolean): readonly string[] {
  const others = patterns.filter((pattern) => pattern !== kind);
  return isOn ? [kind, ...others] : others;
}

/** Returns the patterns that the user typed, one on each line. */
export function ownWords(patterns: readonly string[]): string {
  return patterns.filter((pattern) => !isRedactKind(pattern)).join('\n');
}

/** Replaces the patterns that the user typed. */
export function withOwnWords(patterns: readonly string[], lines: string): readonly string[] {
  const words = lines.split('\n').map((word) => word.trim());
  const own = [...new Set(words)].filter((word) => word !== '' && !isRedactKind(word));
  return [...patterns.filter(isRedactKind), ...own];
}
