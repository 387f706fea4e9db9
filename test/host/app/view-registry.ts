import { NotImplementedError } from './not-implemented';
import type { View } from './ui/view';
import type { WorkspaceLeaf } from './workspace-leaf';

/** Makes a view for a leaf. */
export type ViewCreator = (leaf: WorkspaceLeaf) => View;

/** Which view shows what. */
export class ViewRegistry {
  readonly #creators = new Map<string, ViewCreator>();
  readonly #typeByExtension = new Map<string, string>();

  /** @throws Error when the type is taken */
  registerView(type: string, creator: ViewCreator): void {
    if (this.#creators.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
    this.#creators.set(type, creator);
  }

  unregisterView(type: string): void {
    this.#creators.delete(type);
  }

  /** Says which view opens files of an extension. */
  registerExtension(extension: string, type: string): void {
    this.#typeByExtension.set(extension, type);
  }

  typeForExtension(extension: string): string {
    const type = this.#typeByExtension.get(extension);
    if (type === undefined) throw new NotImplementedError(`a view for .${extension} files`);
    return type;
  }

  /** @throws Error for a type that nobody registered */
  create(type: string, leaf: WorkspaceLeaf): View {
    const creator = this.#creators.get(type);
    if (creator === undefined) throw new Error(`No view of type "${type}" is registered.`);
    return creator(leaf);
  }
}
