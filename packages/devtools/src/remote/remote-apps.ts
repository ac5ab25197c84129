import type { PanelSource } from '../source/panel-source.ts'
import type { Channel } from './channel.ts'
import type { Hello, Message } from './message.ts'
import { readMessage } from './read-message.ts'
import { type RemoteSource, remoteSource } from './remote-source.ts'

/** An app, or a tab of one. */
export interface RemoteApp {
  readonly id: string
  readonly name: string
  /** Epoch ms. */
  readonly startedAt: number
  readonly source: PanelSource
  /** It has said good-bye: its trace can still be read. */
  readonly isGone: boolean
}

export interface RemoteApps {
  /** In the order of their start. */
  list(): readonly RemoteApp[]
  /** Calls back after an app has connected or disconnected. */
  subscribe(listener: () => void): () => void
  close(): void
}

/** Asks who is at the other end of a channel, and keeps the apps apart. */
export function remoteApps(channel: Channel): RemoteApps {
  const hellos = new Map<string, Hello>()
  const sources = new Map<string, RemoteSource>()
  const gone = new Set<string>()
  const listeners = new Set<() => void>()
  const notify = () => {
    for (const listener of listeners) listener()
  }

  function onHello(hello: Hello) {
    hellos.set(hello.app, hello)
    if (gone.delete(hello.app)) notify()
  }

  /** The last disconnected app of each name stays readable: its page may have been reloaded. */
  function onBye(app: string) {
    if (gone.has(app)) return
    for (const other of gone) {
      if (hellos.get(other)?.name !== hellos.get(app)?.name) continue
      sources.delete(other)
      hellos.delete(other)
      gone.delete(other)
    }
    gone.add(app)
    notify()
  }

  function onMessage(message: Message | undefined) {
    if (message?.type === 'hello') return onHello(message)
    const hello = message?.app ? hellos.get(message.app) : undefined
    if (!message || !hello) return
    if (message.type === 'bye') return onBye(hello.app)
    const source = sources.get(hello.app)
    if (source) source.take(message)
    else if (message.type === 'state') {
      sources.set(hello.app, remoteSource(channel, hello, message.state))
      notify()
    }
  }

  const stop = channel.listen((data) => onMessage(readMessage(data)))
  channel.post({ type: 'watch', app: null })

  return {
    list: () =>
      [...sources]
        .map(([id, source]) => {
          const { name = '', startedAt = 0 } = hellos.get(id) ?? {}
          return { id, name, startedAt, source, isGone: gone.has(id) }
        })
        .sort((one, other) => one.startedAt - other.startedAt),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      stop()
      channel.close()
    },
  }
}
