import { h, keep } from '../../panel/elements/h.ts'
import { embedPanel } from '../../panel/embed-panel.ts'
import type { RemoteApp, RemoteApps } from '../../remote/remote-apps.ts'
import { timeOf } from '../../words/sentence.ts'

/** How an app gets here. */
export interface Hint {
  /** The code that connects an app: `inspectAuth(auth, { connect })`. */
  readonly connect: string
  readonly where: string
}

export interface StandalonePage {
  /** Whether there is a connection to what carries the messages. */
  connected(isOpen: boolean): void
}

/** The panel of one of the apps that are there, and a list to choose from. */
export function standalonePage(root: Element, apps: RemoteApps, hint: Hint): StandalonePage {
  let shown: RemoteApp | undefined
  let unmount = () => {}
  let isLost = false
  const picker = h('select', { id: 'app', onchange: () => show(picked()) })
  const label = h('label', { for: 'app' }, 'App')
  const status = h('p', { role: 'status' })
  const main = h('main', {})
  root.append(h('header', {}, h('h1', {}, 'Auth inspector'), label, picker, status), main)

  const picked = () => apps.list().find(({ id }) => id === picker.value)

  function show(app: RemoteApp | undefined) {
    if (app?.id !== shown?.id || !app) {
      unmount()
      unmount = app ? embedPanel(main, app.source) : showEmpty()
    }
    shown = app
    update()
  }

  /** Shown instead of a panel: what to do next. */
  function showEmpty(): () => void {
    const call = `inspectAuth(auth, { connect: '${hint.connect}' })`
    const card = h(
      'section',
      {},
      h('h2', {}, 'No app is here yet'),
      h('p', {}, `${hint.where}, while you develop it:`),
      h('pre', { tabindex: 0 }, h('code', {}, call)),
      h('p', {}, 'It appears by itself.'),
    )
    main.append(card)
    return () => card.remove()
  }

  function update() {
    const list = apps.list()
    picker.hidden = label.hidden = list.length === 0
    keep(picker, list.map(titleOf), () =>
      list.map((app) => h('option', { value: app.id }, titleOf(app))),
    )
    picker.value = shown?.id ?? ''
    const left = list.find(({ id }) => id === shown?.id)?.isGone
    const said = isLost
      ? 'The connection is lost. Is authchart-devtools still running? Trying again.'
      : left
        ? 'This app has left. Its trace can still be read.'
        : ''
    if (status.textContent !== said) status.textContent = said
  }

  apps.subscribe(() => show(next(apps.list(), shown)))
  show(next(apps.list(), undefined))

  return {
    connected(isOpen) {
      isLost = !isOpen
      update()
    },
  }
}

/** The one that is shown; where that has gone, the one that came in its place: a page that was reloaded. */
function next(list: readonly RemoteApp[], shown: RemoteApp | undefined): RemoteApp | undefined {
  const current = list.find(({ id }) => id === shown?.id)
  const here = list.filter(({ isGone }) => !isGone)
  if (current && !current.isGone) return current
  if (!current) return here.at(-1)
  return (
    here.findLast(
      ({ name, startedAt }) => name === current.name && startedAt > current.startedAt,
    ) ?? current
  )
}

/** Tabs of one app differ in when they were opened. */
const titleOf = ({ name, startedAt, isGone }: RemoteApp) =>
  `${name}, since ${timeOf(startedAt).slice(0, 8)}${isGone ? ' (has left)' : ''}`
