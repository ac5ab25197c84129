import type { ViewOf } from '@authchart/machine'
import { button, element, link } from '../dom.ts'
import { createDrawer } from '../settings/drawer.ts'

export function createHome(host: HTMLElement) {
  let view: ViewOf<'signedIn'>
  const title = element('h1', { tabIndex: -1 })
  const how = element('p')
  const drawer = createDrawer()
  const moves = element(
    'p',
    { className: 'moves' },
    link('Settings', () => drawer.open()),
    button('Sign out', () => view.signOut()),
  )
  host.append(element('section', { className: 'card' }, title, how, moves), drawer.node)

  /** When a user signs in, the drawer of the previous user is closed. */
  function reset(): void {
    drawer.close()
  }

  function show(shown: ViewOf<'signedIn'>): void {
    view = shown
    const { name, provider } = view.greeting
    title.textContent = `Hello, ${name}`
    how.textContent = provider ? `You are here by ${provider}.` : 'You are signed in.'
    drawer.show(view)
  }

  /** Takes those along who cannot see that the screen has changed. */
  function focus(): void {
    title.focus()
  }

  return { show, reset, focus }
}
