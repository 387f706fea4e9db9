/** Runs asynchronous actions one at a time, in call order. */
export class Lock {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(action: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(action, action);
    this.#last = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }
}
