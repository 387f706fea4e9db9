import type { FuzzyMatch } from 'obsidian';
import { setIcon } from './icons';
import type { CommandsApp, PaletteCommand } from './ports';
import { FuzzySuggestModal } from './suggest-modal';

/** Lists the commands that can run now, and runs the selected one. */
export class CommandPalette extends FuzzySuggestModal<PaletteCommand> {
  constructor(private readonly commandsApp: CommandsApp) {
    super(commandsApp);
    this.setPlaceholder('Select a command…');
    this.setInstructions([
      { command: '↑↓', purpose: 'to navigate' },
      { command: '↵', purpose: 'to use' },
      { command: 'esc', purpose: 'to dismiss' },
    ]);
  }

  override getItems(): PaletteCommand[] {
    return [...this.commandsApp.commands.listCommands()].sort((a, b) => a.name.localeCompare(b.name));
  }

  override getItemText(command: PaletteCommand): string {
    return command.name;
  }

  override renderSuggestion(found: FuzzyMatch<PaletteCommand>, el: HTMLElement): void {
    el.addClass('mod-complex');
    super.renderSuggestion(found, el.createDiv('suggestion-content'));
    const { icon } = found.item;
    if (icon !== undefined) setIcon(el.createDiv('suggestion-aux'), icon);
  }

  override onChooseItem(command: PaletteCommand): void {
    this.commandsApp.commands.executeCommandById(command.id);
  }
}
