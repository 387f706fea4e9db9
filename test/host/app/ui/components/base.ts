/** What every control of a setting row shares. */
export abstract class BaseComponent {
  disabled = false;

  /** Runs a function on the component: facilitates chaining. */
  then(callback: (component: this) => unknown): this {
    callback(this);
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    return this;
  }
}

/** A control that holds a value. Setting the value from code does not call the change callback. */
export abstract class ValueComponent<T> extends BaseComponent {
  abstract getValue(): T;
  abstract setValue(value: T): this;

  /** Makes the control readable and writable through `listeners[key]`: with an argument it sets, it always returns. */
  registerOptionListener(listeners: Record<string, (value?: T) => T>, key: string): this {
    listeners[key] = (value) => {
      if (value !== undefined) this.setValue(value);
      return this.getValue();
    };
    return this;
  }
}
