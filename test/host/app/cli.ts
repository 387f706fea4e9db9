/** Handles a call from the command line. The app prints the returned text. */
export type CliHandler = (params: Record<string, string>) => string | Promise<string>;

interface CliCommand {
  readonly handler: CliHandler;
  readonly flags: Readonly<Record<string, { required?: boolean }>>;
}

export class CliCommands {
  readonly #commands = new Map<string, CliCommand>();

  /** @throws Error when the command exists already */
  register(
    name: string,
    flags: Readonly<Record<string, { required?: boolean }>> | null,
    handler: CliHandler,
  ): void {
    if (this.#commands.has(name)) throw new Error(`CLI command "${name}" is already registered.`);
    this.#commands.set(name, { handler, flags: flags ?? {} });
  }

  unregister(name: string): void {
    this.#commands.delete(name);
  }

  /** Runs a command. @throws Error for an unknown command or a missing required flag */
  async run(name: string, params: Record<string, string>): Promise<string> {
    const command = this.#commands.get(name);
    if (command === undefined) throw new Error(`Unknown CLI command "${name}".`);
    const missing = Object.entries(command.flags).find(
      ([flag, { required }]) => required === true && !(flag in params),
    );
    if (missing !== undefined) throw new Error(`Missing required parameter: ${missing[0]}=`);
    return command.handler({ ...params });
  }
}
