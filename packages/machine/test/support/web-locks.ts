interface Grant {
  readonly release: () => void
  readonly lose: (reason: unknown) => void
}

interface Request {
  readonly name: string
  readonly work: () => unknown
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

type Options = { readonly signal?: AbortSignal; readonly steal?: boolean }

/** `navigator.locks` by the Web Locks specification, as far as exclusive locks go. */
export function webLocks() {
  const granted = new Map<string, Grant>()
  const queues = new Map<string, Request[]>()
  const queueOf = (name: string) => {
    const queue = queues.get(name) ?? []
    queues.set(name, queue)
    return queue
  }

  function grant({ name, work, resolve, reject }: Request) {
    const mine: Grant = {
      release: () => {
        if (granted.get(name) !== mine) return
        granted.delete(name)
        const next = queueOf(name).shift()
        if (next) grant(next)
      },
      lose: reject,
    }
    granted.set(name, mine)
    void Promise.resolve()
      .then(work)
      .then(resolve, reject)
      .finally(() => mine.release())
  }

  return {
    granted,
    request(name: string, options: Options, work: () => unknown): Promise<unknown> {
      const { signal, steal = false } = options
      if (signal && steal) return Promise.reject(new DOMException('Not both', 'NotSupportedError'))
      if (signal?.aborted) return Promise.reject(signal.reason)
      return new Promise((resolve, reject) => {
        const request = { name, work, resolve, reject }
        if (steal) {
          granted.get(name)?.lose(new DOMException('Broken by steal', 'AbortError'))
          grant(request)
        } else if (granted.has(name)) {
          const queue = queueOf(name)
          queue.push(request)
          signal?.addEventListener('abort', () => {
            const at = queue.indexOf(request)
            if (at < 0) return
            queue.splice(at, 1)
            reject(signal.reason)
          })
        } else grant(request)
      })
    },
  }
}
