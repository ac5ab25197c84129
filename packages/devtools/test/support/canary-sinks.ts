import type { Auth } from '@authchart/machine'
import { createInspector } from '@statelyai/inspect'
import safeStringify from 'fast-safe-stringify'
import { createApp } from 'vue'
import type { InspectionEvent } from 'xstate'
import { connectReduxDevtools } from '../../src/adapters/redux-devtools.ts'
import { streamToStately } from '../../src/adapters/stately.ts'
import { authInspectorPlugin } from '../../src/adapters/tanstack.ts'
import { connectVueDevtools } from '../../src/adapters/vue-devtools.ts'
import { inspectAuth } from '../../src/index.ts'
import { serve } from '../../src/remote/serve.ts'
import { liveSource } from '../../src/source/live-source.ts'
import { listenTo } from './fake-vue-devtools.ts'

/** Where things go that the inspector and its adapters tell. */
export const sinkNames = [
  'stately/inspect',
  'trace',
  'remote',
  'redux',
  'stately stream',
  'vue devtools',
  'panel',
] as const
export type SinkName = (typeof sinkNames)[number]

export interface Sinks {
  /** All that has come, as text. */
  readonly texts: Readonly<Record<SinkName, string[]>>
  /** Stately's own inspector without sanitizers: for `createAuth({ inspect })`. */
  inspect(event: InspectionEvent): void
  /** Begins to inspect, with every adapter listening; what it gives looks at what is to be asked for. */
  attach(auth: Auth): { look(): void; stop(): void }
}

const textOf = (value: unknown) => safeStringify.default(value as object)

export function canarySinks(): Sinks {
  const texts = Object.fromEntries(sinkNames.map((name) => [name, []])) as unknown as Readonly<
    Record<SinkName, string[]>
  >
  const into = (name: SinkName) => (value: unknown) => void texts[name].push(textOf(value))
  const stately = createInspector({ send: into('stately/inspect') })

  return {
    texts,
    inspect: (event) => stately.inspect.next?.(event),
    attach(auth) {
      const inspector = inspectAuth(auth, { capacity: 5000 })
      const channel = { post: into('remote'), listen: () => () => {}, close: () => {} }
      const app = createApp(() => null)
      listenTo(app, into('vue devtools'))
      const tab = document.createElement('div')
      document.body.append(tab)
      const plugin = authInspectorPlugin(inspector)
      plugin.render(tab, 'light')
      const stops = [
        serve(liveSource(inspector), channel, 'canary'),
        streamToStately(inspector, into('stately stream')),
        withExtension(into('redux'), () => connectReduxDevtools(inspector)),
        connectVueDevtools(app, inspector),
        plugin.destroy,
        () => tab.remove(),
        () => inspector.stop(),
      ]
      const shadow = tab.firstElementChild?.shadowRoot
      return {
        look: () => void texts.panel.push(shadow?.innerHTML ?? ''),
        stop() {
          for (const view of shadow?.querySelectorAll<HTMLElement>('[role=tab]') ?? []) {
            view.click()
            texts.panel.push(shadow?.innerHTML ?? '')
          }
          into('trace')(inspector.exportSession())
          const { ok, found } = inspector.selfCheck()
          if (!ok) throw new Error(`The self-check has found ${JSON.stringify(found)}`)
          for (const stop of stops) stop()
        },
      }
    },
  }
}

/** The browser extension of Redux DevTools, while something connects to it. */
function withExtension<T>(tell: (value: unknown) => void, connect: () => T): T {
  const init = tell
  const send = (action: unknown, state: unknown) => tell([action, state])
  const extension = { connect: () => ({ init, send, subscribe: () => undefined }) }
  Object.assign(globalThis, { __REDUX_DEVTOOLS_EXTENSION__: extension })
  const result = connect()
  Reflect.deleteProperty(globalThis, '__REDUX_DEVTOOLS_EXTENSION__')
  return result
}
