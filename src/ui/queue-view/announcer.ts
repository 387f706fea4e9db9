/** The delay of announcements that are not results of user actions, in ms. */
const quietTime = 5_000;

/**
 * A live region for screen readers. Results of user actions are announced at once, other updates at most
 * every 5 s.
 */
export class Announcer {
  #timer = 0;
  #text = '';
  #news: string | null = null;

  constructor(private readonly el: HTMLElement) {}

  /** Announces the result of a user action at once. */
  answer(text: string): void {
    this.el.setText(text);
  }

  /**
   * Announces `text` after a delay if `news` differs from the `news` of the last call. Later calls within the
   * delay replace the text. The first call announces nothing.
   */
  report(news: string, text: string): void {
    const isNew = this.#news !== null && this.#news !== news;
    this.#news = news;
    this.#text = text;
    if (!isNew || this.#timer !== 0) return;
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      this.el.setText(this.#text);
    }, quietTime);
  }

  dispose(): void {
    window.clearTimeout(this.#timer);
  }
}
