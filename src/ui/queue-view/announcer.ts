/** ms between two announcements that nobody asked for. */
const quietTime = 5_000;

/** What a screen reader says of the queue by itself: what the user just did at once, everything else seldom. */
export class Announcer {
  #timer = 0;
  #text = '';
  #news: string | null = null;

  constructor(private readonly el: HTMLElement) {}

  /** Answers the user. */
  answer(text: string): void {
    this.el.setText(text);
  }

  /** Says how things stand now, a while after `news` has become another; nothing when called for the first time. */
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
