import type { QueueEntry } from '../../inbox/queue';
import type { Row } from './row';
import type { Section } from './section';

const markers = ['is-drop-before', 'is-drop-after'] as const;

/**
 * Lets the user reorder the rows of a section by dragging. `move` receives the entry of the dragged row and
 * its new index among the other rows, from 0.
 */
export function reorderByDragging(section: Section, move: (entry: QueueEntry, to: number) => void): void {
  let dragged: Row | undefined;
  let marked: HTMLElement | undefined;
  const rowAt = ({ target }: Event): Row | undefined => {
    const el = target instanceof Element ? target.closest('.pdf-inbox-queue-row') : null;
    return el === null ? undefined : section.rowAt(el);
  };
  const isLower = (row: Row, { clientY }: DragEvent): boolean => {
    const { top, height } = row.el.getBoundingClientRect();
    return clientY > top + height / 2;
  };
  const mark = (row?: Row, marker?: (typeof markers)[number]): void => {
    marked?.removeClass(...markers);
    marked = row?.el;
    if (marker) marked?.addClass(marker);
  };
  section.el.addEventListener('dragstart', (event) => {
    dragged = rowAt(event);
    event.dataTransfer?.setData('text/plain', dragged?.entry.file.name ?? '');
  });
  section.el.addEventListener('dragover', (event) => {
    const row = rowAt(event);
    if (!dragged || !row) return;
    event.preventDefault();
    mark(row, isLower(row, event) ? 'is-drop-after' : 'is-drop-before');
  });
  section.el.addEventListener('drop', (event) => {
    const row = rowAt(event);
    if (!dragged || !row) return;
    event.preventDefault();
    const others = section.rows.filter((each) => each !== dragged);
    if (row !== dragged) move(dragged.entry, others.indexOf(row) + (isLower(row, event) ? 1 : 0));
  });
  section.el.addEventListener('dragend', () => {
    mark();
    dragged = undefined;
  });
}
