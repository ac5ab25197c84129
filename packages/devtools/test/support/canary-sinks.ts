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
import type { Finding } from '../../src/redaction/self-check.ts'
import { serve } from '../../src/remote/serve.ts'
import { liveSource } from '../../src/source/live-source.ts'
import { listenTo } from './fake-vue-devtools.ts'
import { readPanel } from './read-panel.ts'

/** The outputs of the inspector and its adapters. */
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
  /** Begins to inspect, with every adapter listening. */
  attach(auth: Auth): Attached
}

export interface Attached {
  /** Opens the parts that are loaded on demand. */
  look(): void
  /** Looks at all of it for the last time, and ends that. Gives what the self-check has found. */
  stop(): Promise<readonly Finding[]>
}

/** One after the other: of two imports of a mock at the same time, Vitest gives one the real module. */
let connected: Promise<unknown> = Promise.resolve()

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
      const listened = listenTo(app, into('vue devtools'))
      const tab = document.createElement('div')
      document.body.append(tab)
      const plugin = authInspectorPlugin(inspector)
      plugin.render(tab, 'light')
      const stops = [
        serve(liveSource(inspector), channel, 'canary'),
        streamToStately(inspector, into('stately stream')),
        withExtension(into('redux'), () => connectReduxDevtools(inspector)),
        plugin.destroy,
        () => tab.remove(),
        () => inspector.stop(),
      ]
      const mine = connected.then(() => {
        stops.unshift(connectVueDevtools(app, inspector))
        return listened
      })
      connected = mine
      const shadow = tab.firstElementChild?.shadowRoot
      if (!shadow) throw new Error('The panel is not there')
      return {
        look: () => void texts.panel.push(shadow.innerHTML),
        async stop() {
          await mine
          await readPanel(shadow, (html) => void texts.panel.push(html))
          texts.trace.push(inspector.exportSession())
          const { found } = inspector.selfCheck()
          for (const stop of stops) stop()
          return found
        },
      }
    },
  }
}

/** The browser extension of Redux DevTools, while something connects to it. */
function withExtension<T>(report: (value: unknown) => void, connect: () => T): T {
  const init = report
  const send = (action: unknown, state: unknown) => report([action, state])
  const extension = { connect: () => ({ init, send, subscribe: () => undefined }) }
  Object.assign(globalThis, { __REDUX_DEVTOOLS_EXTENSION__: extension })
  const result = connect()
  Reflect.deleteProperty(globalThis, '__REDUX_DEVTOOLS_EXTENSION__')
  return result
}
