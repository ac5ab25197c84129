import type { ViewOf } from '@authchart/machine'
import { button, element, link } from '../dom.ts'
import { createWizard } from '../wizard.ts'
import { deviceList } from './device-list.ts'
import { changePassword, deleteAccount, editProfile, secondFactor } from './pages.ts'
import { profileList } from './profile-list.ts'

const topics = {
  profile: 'Your details',
  password: 'Your password',
  factors: 'Second factor',
  devices: 'Your devices',
  leaving: 'Leaving',
} as const

type Topic = keyof typeof topics

/** The settings, at the side: a menu, and one topic at a time. */
export function createDrawer() {
  let view: ViewOf<'signedIn'>
  let topic: Topic | undefined
  const extra = element('div')
  const questions = element('div')
  const wizard = createWizard(questions)
  const menu = element('nav')
  const node = element('aside', { className: 'drawer', hidden: true }, menu, extra, questions)

  function show(shown: ViewOf<'signedIn'>): void {
    view = shown
    if (!node.hidden) render()
  }

  function open(): void {
    node.hidden = false
    topic = undefined
    render()
  }

  function close(): void {
    node.hidden = true
    topic = undefined
  }

  function choose(chosen: Topic): void {
    topic = chosen
    if (topic === 'profile' || topic === 'factors') view.loadProfile()
    if (topic === 'devices') view.loadDevices()
    render()
  }

  function render(): void {
    const items = Object.entries(topics).map(([name, label]) =>
      element(
        'li',
        {},
        link(label, () => choose(name as Topic)),
      ),
    )
    menu.replaceChildren(
      link('Close', close),
      element('ul', {}, ...items),
      view.isPending ? button('Stop', view.cancel) : '',
    )
    extra.replaceChildren()
    questions.replaceChildren()
    if (topic) fill(topic)
  }

  function fill(chosen: Topic): void {
    switch (chosen) {
      case 'profile':
        extra.append(profileList(view))
        wizard.show('profile', editProfile(view), view)
        break
      case 'password':
        wizard.show('password', changePassword(view), view)
        break
      case 'factors':
        extra.append(button('Set up an authenticator app', view.setupTotp, view.isPending))
        wizard.show('factors', secondFactor(view), view)
        break
      case 'devices':
        extra.append(deviceList(view))
        break
      case 'leaving':
        extra.append(button('Sign out everywhere', view.globalSignOut))
        wizard.show('leaving', deleteAccount(view), view)
        break
    }
  }

  return { node, show, open, close }
}
