import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../../src/failure';
import { changeNote, type NoteText } from '../../../src/note/change-note';

class SharedNote implements NoteText {
  constructor(public text: string) {}
  read(): Promise<string> {
    return Promise.resolve(this.text);
  }
  process(change: (text: string) => string): Promise<unknown> {
    this.text = change(this.text);
    return Promise.resolve();
  }
}

describe('changeNote', () => {
  it('changeNote loses no edit that the user makes while the new text is computed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 4 }), async (interruptions) => {
        const note = new SharedNote('digest');
        let left = interruptions;
        const { before, made } = await changeNote('a.md', note, (text) => {
          if (left > 0) note.text += ` typed${String(left)}`;
          left -= 1;
          return Promise.resolve({ text: `new ${text}` });
        });
        expect(note.text).toBe(made.text);
        expect(made.text).toBe(`new ${before}`);
        expect(note.text.match(/typed/g) ?? []).toHaveLength(interruptions);
      }),
    );
  });

  it('changeNote gives up without writing if the note changes again and again', async () => {
    const note = new SharedNote('');
    const work = changeNote('a.md', note, (text) => {
      note.text += 'x';
      return Promise.resolve({ text: `${text}!` });
    });
    await expect(work).rejects.toMatchObject({
      kind: 'vault-write',
      passing: true,
      details: { path: 'a.md' },
    });
    expect(note.text).toMatch(/^x+$/);
  });

  it('changeNote writes nothing if the change is no longer wanted', async () => {
    const note = new SharedNote('as it was');
    await expect(
      changeNote(
        'a.md',
        note,
        () => Promise.resolve({ text: '' }),
        () => false,
      ),
    ).rejects.toBeInstanceOf(Cancelled);
    expect(note.text).toBe('as it was');
  });

  it('changeNote throws vault-write if the vault cannot be written to', async () => {
    const note = new SharedNote('');
    note.process = () => Promise.reject(new Error('disk full'));
    await expect(changeNote('a.md', note, (text) => Promise.resolve({ text }))).rejects.toMatchObject({
      kind: 'vault-write',
    });
  });
});
