import { Menu, type UserEvent } from 'obsidian';
import { format } from '../../i18n/messages';
import type { QueueEntry } from '../../inbox/queue';
import { readDigestFrontmatter } from '../../note/frontmatter';
import { isNotReadTwice, offerOf, type Act } from './acts';
import { Announcer } from './announcer';
import { Banner } from './banner';
import { Controls, type Control } from './controls';
import { EmptyState } from './empty-state';
import { List } from './list';
import type { QueuePanel } from './panel';
import { perform } from './perform';
import type { Row } from './row';
import type { RowContext } from './row-text';
import { sectionIds, sectionsOf, startOfDay, type SectionId } from './sections';

/** Maximum time per frame for creating rows, in ms. */
const rowTime = 6;

/** The content of the queue view. It draws changes at most once per frame. */
export class Body {
  readonly #controls: Controls;
  readonly #banner: Banner;
  readonly #announcer: Announcer;
  readonly #list: List;
  readonly #empty: EmptyState;
  readonly #unsubscribe: readonly (() => void)[];
  #frame = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly panel: QueuePanel,
  ) {
    root.empty();
    root.addClass('pdf-inbox-queue');
    this.#announcer = new Announcer(
      root.createDiv({ cls: 'pdf-inbox-queue-spoken', attr: { role: 'status' } }),
    );
    this.#list = new List(root, () => this.#context(), {
      act: (act, entry, event) => this.#act(act, entry, event),
      menu: (row, at) => this.#menu(row).showAtPosition(at, root.doc),
      move: (entry, to) => {
        panel.queue.move(entry.file, to);
        this.#sayPlace(entry);
      },
    });
    this.#empty = new EmptyState(root, panel);
    // The banner and the buttons are below the list, because the app shows notices over the top of the view.
    this.#banner = new Banner(root, panel);
    this.#controls = new Controls(root, panel.messages, (control) => this.#control(control));
    this.#unsubscribe = [panel.queue, panel.inbox, panel.history].map((source) =>
      source.subscribe(() => this.#drawSoon()),
    );
    this.#draw();
  }

  dispose(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#announcer.dispose();
    this.root.win.cancelAnimationFrame(this.#frame);
  }

  #drawSoon(): void {
    if (this.#frame === 0) this.#frame = this.root.win.requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    this.#frame = 0;
    const { queue, inbox, history, messages } = this.panel;
    const sections = sectionsOf(
      queue.working,
      [...queue.waiting, ...inbox.arriving],
      history.entries,
      startOfDay(Date.now()),
    );
    const count = (id: SectionId): number => sections[id].length;
    const [yours, failed, waiting, done] = [count('yours'), count('failed'), count('waiting'), count('done')];
    const clearDone = done + count('known') > 0;
    const underWay = waiting + count('working') > 0;
    const isEmpty = sectionIds.every((id) => count(id) === 0);
    const retryAll = failed + history.unfinished.length > 0 || sections.done.some(isNotReadTwice);
    this.#controls.show(queue.paused !== null, { retryAll, cancelAll: underWay, clearDone });
    const pause = this.#banner.show(queue.paused);
    this.#empty.show(isEmpty && queue.paused === null);
    this.#list.el.toggle(!isEmpty);
    // Screen readers announce a pause, a PDF that needs the user, a failure, and the start or end of work.
    // They do not announce progress.
    const news = [pause, yours, failed, underWay].join('|');
    const known = { yours: yours || '', failed: failed || '', waiting: waiting || '', done };
    this.#announcer.report(news, `${pause} ${format(messages.queue.summary, known)}`.trim());
    if (!this.#list.show(sections, performance.now() + rowTime)) this.#drawSoon();
  }

  #context(): RowContext {
    const { app, messages, inboxFolders } = this.panel;
    const pagesOf = (path: string): number | undefined => {
      const note = app.vault.getFileByPath(path);
      return note === null
        ? undefined
        : readDigestFrontmatter(app.metadataCache.getFileCache(note)?.frontmatter)?.pages;
    };
    return { messages, inboxFolders: inboxFolders(), pagesOf, now: Date.now() };
  }

  #act(act: Act, entry: QueueEntry, event: UserEvent): void {
    perform(this.panel, act, entry, event);
    if (act === 'to-top' || act === 'up' || act === 'down') this.#sayPlace(entry);
  }

  #menu({ section, entry }: Row): Menu {
    const menu = new Menu();
    const { shown, more } = offerOf(section, entry);
    for (const act of [...shown, ...more]) {
      menu.addItem((item) =>
        item.setTitle(this.panel.messages.queue.acts[act]).onClick((event) => this.#act(act, entry, event)),
      );
    }
    return menu;
  }

  #control(control: Control): void {
    const { queue, history, actions, resumeWork } = this.panel;
    switch (control) {
      case 'digest':
        return actions.digestInbox();
      case 'pause':
        return queue.pause({});
      case 'resume':
        return resumeWork();
      case 'retryAll':
        return actions.retryFailed();
      case 'cancelAll':
        return actions.cancelAll();
      case 'clearDone': {
        const { done, known } = sectionsOf(null, [], history.entries, 0);
        history.forget([...done, ...known].map(({ file }) => file));
      }
    }
  }

  #sayPlace({ file }: QueueEntry): void {
    const { queue, messages } = this.panel;
    const place = queue.waiting.findIndex((entry) => entry.file === file) + 1;
    this.#announcer.answer(
      format(messages.queue.moved, { name: file.name, place, count: queue.waiting.length }),
    );
  }
}
