/** Runs one asynchronous action at a time, in the order they were asked for. */
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
