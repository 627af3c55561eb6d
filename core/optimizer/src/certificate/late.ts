/** A value that is computed when it is read first; what it was computed from is let go then. */
export class Late<Value> {
  #compute: (() => Value) | null
  #value: Value | undefined

  constructor(compute: () => Value) {
    this.#compute = compute
  }

  get value(): Value {
    if (this.#compute !== null) {
      this.#value = this.#compute()
      this.#compute = null
    }
    return this.#value!
  }
}
