/** Something that was seen in a page. */
export interface Occurrence {
  readonly place: string
  readonly text: string
}

/**
 * Runs in the page before anything else, so it must be self-contained. Reports every string it sees
 * once: what is written to the console, to storage and to the history, the DOM after each change,
 * and all that is reachable from an inspection event.
 */
export function probe(): void {
  const limit = 200_000
  const known = new Set<string>()
  const bound = window as unknown as {
    canaryReport: (occurrences: Occurrence[]) => Promise<void>
    authInspect: (event: unknown) => void
  }

  function report(place: string, texts: Iterable<string>): void {
    const fresh: Occurrence[] = []
    for (const text of texts) {
      const id = `${place}\n${text}`
      if (text === '' || known.has(id)) continue
      known.add(id)
      fresh.push({ place, text })
    }
    if (fresh.length > 0) void bound.canaryReport(fresh)
  }

  function stringify(value: unknown): string {
    try {
      return JSON.stringify(value) ?? ''
    } catch {
      return ''
    }
  }

  /** All strings reachable through properties, Maps and Sets. The chart itself has no data. */
  function stringsIn(root: unknown): Set<string> {
    const found = new Set<string>()
    const seen = new Set<object>()
    const queue: unknown[] = [root]
    while (queue.length > 0) {
      const value = queue.pop()
      if (typeof value === 'string') found.add(value)
      if (typeof value === 'number') found.add(String(value))
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null) continue
      if (seen.has(value) || value instanceof Node || value === window) continue
      if ('implementations' in value || ('machine' in value && 'path' in value)) continue
      seen.add(value)
      if (seen.size > limit) found.add('CANARY-WALK-CUT-SHORT')
      if (seen.size > limit) break
      if (value instanceof Map) queue.push(...value.keys(), ...value.values())
      if (value instanceof Set) queue.push(...value)
      if (value instanceof Error) queue.push(value.message, value.stack, value.cause)
      for (const key of Reflect.ownKeys(value)) {
        if (typeof key === 'string') found.add(key)
        try {
          queue.push(Reflect.get(value, key))
        } catch {
          // A getter that throws hides nothing that a leak could use.
        }
      }
    }
    return found
  }

  bound.authInspect = (event) => {
    const { event: sent, snapshot, actorRef } = event as Record<string, unknown>
    const actor = actorRef as { getPersistedSnapshot?: () => unknown } | undefined
    let persisted: unknown
    try {
      persisted = actor?.getPersistedSnapshot?.()
    } catch {
      // An actor that has not started has nothing to persist.
    }
    report('inspection', [stringify(sent), stringify(snapshot), stringify(persisted)])
    report('inspection', stringsIn(event))
  }

  const logger = window.console
  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'dir', 'table', 'trace'] as const) {
    const original = logger[level].bind(logger)
    logger[level] = (...values: unknown[]) => {
      report('console', stringsIn(values))
      original(...values)
    }
  }

  const setItem = Storage.prototype.setItem
  Storage.prototype.setItem = function (key, value) {
    const kind = this === window.localStorage ? 'localStorage' : 'sessionStorage'
    report(`${kind} ${key}`, [String(value)])
    setItem.call(this, key, value)
  }

  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method].bind(history)
    history[method] = (state, unused, url) => {
      report('history', [stringify(state), String(url ?? '')])
      original(state, unused, url)
    }
  }

  function look(): void {
    // A page that is still blank has an opaque origin, and no storage to look at.
    if (location.origin === 'null') return
    report('url', [location.href])
    report('referrer', [document.referrer])
    report('history', [stringify(history.state)])
    for (const cookie of document.cookie.split('; ')) {
      report(`cookie ${cookie.split('=')[0]}`, [cookie])
    }
    report('window', [window.name])
    report('DOM', [document.documentElement?.outerHTML ?? ''])
    for (const [kind, storage] of Object.entries({ localStorage, sessionStorage })) {
      for (const [key, value] of Object.entries(storage)) report(`${kind} ${key}`, [String(value)])
    }
  }

  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  })
  for (const event of ['load', 'popstate', 'hashchange', 'pagehide']) {
    window.addEventListener(event, look)
  }
}
