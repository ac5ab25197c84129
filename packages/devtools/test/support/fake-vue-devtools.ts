/** Stands for `@vue/devtools-api`: tells what an app's plugin shows, and asks for all of it each time. */

type Tell = (value: unknown) => void
interface Asked {
  readonly inspectorId: string
  readonly filter: string
  readonly nodeId: string
  rootNodes?: unknown
  state?: unknown
}
type Answer = (asked: Asked) => void

const tellers = new WeakMap<object, { readonly tell: Tell; readonly begun: () => void }>()

/** Hears what is told of an app; resolves as soon as that begins. */
export function listenTo(app: object, tell: Tell): Promise<void> {
  return new Promise((begun) => void tellers.set(app, { tell, begun }))
}

export function addCustomTab(): void {}

export function setupDevToolsPlugin({ app }: { app: object }, setup: (api: object) => void): void {
  const { tell = () => {}, begun } = tellers.get(app) ?? {}
  const answers: Answer[] = []
  const ask = (inspectorId: string) => {
    const asked: Asked = { inspectorId, filter: '', nodeId: 'signIn.editing' }
    for (const answer of answers) answer(asked)
    tell(asked)
  }
  const on = {
    getInspectorTree: (answer: Answer) => answers.push(answer),
    getInspectorState: (answer: Answer) => answers.push(answer),
  }
  const told = { addInspector: tell, addTimelineLayer: tell, addTimelineEvent: tell }
  setup({ on, ...told, sendInspectorTree: ask, sendInspectorState: ask })
  begun?.()
}
