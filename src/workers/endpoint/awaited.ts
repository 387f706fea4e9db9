interface Waiting<Value> {
  readonly resolve: (value: Value) => void;
  readonly reject: (reason: unknown) => void;
}

/** Answers that are to come from the other side of a worker, by the number they were asked for under. */
export class Awaited<Value> {
  readonly #waiting = new Map<number, Waiting<Value>>();

  wait(id: number): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
  }

  resolve(id: number, value: Value): void {
    this.#take(id)?.resolve(value);
  }

  reject(id: number, reason: unknown): void {
    this.#take(id)?.reject(reason);
  }

  rejectAll(reason: unknown): void {
    for (const id of [...this.#waiting.keys()]) this.reject(id, reason);
  }

  #take(id: number): Waiting<Value> | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
