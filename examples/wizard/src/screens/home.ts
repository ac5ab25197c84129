import type { ViewOf } from '@authchart/machine'
import { button, element, link } from '../dom.ts'
import { createDrawer } from '../settings/drawer.ts'

export function createHome(host: HTMLElement) {
  const greeting = element('section', { className: 'card' })
  const drawer = createDrawer()
  host.append(greeting, drawer.node)

  /** Somebody signs in: the drawer of whoever was here before is closed. */
  function reset(): void {
    drawer.close()
  }

  function show(view: ViewOf<'signedIn'>): void {
    const { name, provider } = view.greeting
    greeting.replaceChildren(
      element('h1', { tabIndex: -1 }, `Hello, ${name}`),
      element('p', {}, provider ? `You are here by ${provider}.` : 'You are signed in.'),
      element(
        'p',
        { className: 'moves' },
        link('Settings', () => drawer.open()),
        button('Sign out', view.signOut),
      ),
    )
    drawer.show(view)
  }

  return { show, reset }
}
