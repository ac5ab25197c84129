/** Receives the changes of a store. */
export interface StoreListener {
  /** A value was set, changed or deleted. */
  changed(key: string): void
  cleared(): void
}

/** A map that reports changes. Values are replaced, never changed. */
export class Store<V extends object> extends Map<string, V> {
  listener: StoreListener | undefined

  override set(key: string, value: V): this {
    super.set(key, value)
    this.listener?.changed(key)
    return this
  }

  override delete(key: string): boolean {
    const wasThere = super.delete(key)
    if (wasThere) this.listener?.changed(key)
    return wasThere
  }

  override clear(): void {
    super.clear()
    this.listener?.cleared()
  }
}
