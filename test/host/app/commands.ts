import { NotImplementedError } from './not-implemented';

/** Obsidian's `Command`. */
export interface Command {
  id: string;
  name: string;
  icon?: string;
  mobileOnly?: boolean;
  repeatable?: boolean;
  callback?: () => unknown;
  checkCallback?: (checking: boolean) => boolean | void;
  editorCallback?: unknown;
  editorCheckCallback?: unknown;
  hotkeys?: { modifiers: string[]; key: string }[];
}

/** The app's commands by id, such as `pdf-inbox:open-queue`. */
export class Commands {
  readonly #commands = new Map<string, Command>();

  constructor(private readonly mobile: boolean) {}

  addCommand(command: Command): void {
    this.#commands.set(command.id, command);
  }

  removeCommand(id: string): void {
    this.#commands.delete(id);
  }

  all(): Command[] {
    return [...this.#commands.values()];
  }

  /** Returns the commands that the palette lists: those that can run now. */
  listCommands(): Command[] {
    return this.all().filter((command) => this.#canRun(command));
  }

  /** Runs a command. Returns false when the command does not exist or cannot run now. */
  executeCommandById(id: string): boolean {
    const command = this.#commands.get(id);
    if (command === undefined || !this.#canRun(command)) return false;
    if (command.checkCallback === undefined) void command.callback?.();
    else command.checkCallback(false);
    return true;
  }

  #canRun(command: Command): boolean {
    if (command.editorCallback !== undefined || command.editorCheckCallback !== undefined) {
      throw new NotImplementedError(`editor commands (${command.id})`);
    }
    if (command.mobileOnly === true && !this.mobile) return false;
    return command.checkCallback === undefined || command.checkCallback(true) === true;
  }
}
