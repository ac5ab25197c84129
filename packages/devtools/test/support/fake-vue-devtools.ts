/** Stands for `@vue/devtools-api`: tells what an app's plugin shows, and asks for all of it each time. */

type Listener = (value: unknown) => void
interface Query {
  readonly inspectorId: string
  readonly filter: string
  readonly nodeId: string
  rootNodes?: unknown
  state?: unknown
}
type Answer = (query: Query) => void

const listeners = new WeakMap<object, { readonly listener: Listener; readonly begun: () => void }>()

/** Hears what is told of an app; resolves as soon as that begins. */
export function listenTo(app: object, listener: Listener): Promise<void> {
  return new Promise((begun) => void listeners.set(app, { listener, begun }))
}

export function addCustomTab(): void {}

export function setupDevToolsPlugin({ app }: { app: object }, setup: (api: object) => void): void {
  const { listener = () => {}, begun } = listeners.get(app) ?? {}
  const answers: Answer[] = []
  const query = (inspectorId: string) => {
    const query: Query = { inspectorId, filter: '', nodeId: 'signIn.editing' }
    for (const answer of answers) answer(query)
    listener(query)
  }
  const on = {
    getInspectorTree: (answer: Answer) => answers.push(answer),
    getInspectorState: (answer: Answer) => answers.push(answer),
  }
  const methods = { addInspector: listener, addTimelineLayer: listener, addTimelineEvent: listener }
  setup({ on, ...methods, sendInspectorTree: query, sendInspectorState: query })
  begun?.()
}
