import { NotImplementedError } from './not-implemented';
import type { View } from './ui/view';
import type { WorkspaceLeaf } from './workspace-leaf';

/** Creates a view for a leaf. */
export type ViewCreator = (leaf: WorkspaceLeaf) => View;

/** Maps view types to views, and file extensions to view types. */
export class ViewRegistry {
  readonly #creators = new Map<string, ViewCreator>();
  readonly #typeByExtension = new Map<string, string>();

  /** @throws Error when the type exists already */
  registerView(type: string, creator: ViewCreator): void {
    if (this.#creators.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
    this.#creators.set(type, creator);
  }

  unregisterView(type: string): void {
    this.#creators.delete(type);
  }

  /** Sets the view type that opens files with this extension. */
  registerExtension(extension: string, type: string): void {
    this.#typeByExtension.set(extension, type);
  }

  typeForExtension(extension: string): string {
    const type = this.#typeByExtension.get(extension);
    if (type === undefined) throw new NotImplementedError(`a view for .${extension} files`);
    return type;
  }

  /** @throws Error for an unregistered type */
  create(type: string, leaf: WorkspaceLeaf): View {
    const creator = this.#creators.get(type);
    if (creator === undefined) throw new Error(`No view of type "${type}" is registered.`);
    return creator(leaf);
  }
}
