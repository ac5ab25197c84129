/** Gathers every string that can be reached from what it is shown; each object is walked once. */
export function gatherer() {
  const strings = new Set<string>()
  const walked = new WeakSet<object>()
  function gather(value: unknown): void {
    if (typeof value === 'string') strings.add(value)
    if (typeof value !== 'object' || value === null || walked.has(value)) return
    walked.add(value)
    if (value instanceof Map) for (const entry of value) gather(entry)
    for (const key of Reflect.ownKeys(value)) {
      gather(key)
      gather(Object.getOwnPropertyDescriptor(value, key)?.value)
    }
  }
  return { strings, gather }
}
