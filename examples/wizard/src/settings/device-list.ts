import type { ViewOf } from '@authchart/machine'
import { button, element } from '../dom.ts'

/** The devices of the user, each to be remembered or forgotten. */
export function deviceList(view: ViewOf<'signedIn'>): HTMLElement {
  const { data, isLoading, failure } = view.devices
  if (!data) return element('p', {}, failure ? failure.message : isLoading ? 'Looking…' : '')
  if (data.length === 0) return element('p', {}, 'None is known.')
  const rows = data.map(({ key, name, isCurrent, isRemembered }) =>
    element(
      'li',
      {},
      `${name ?? 'Some device'}${isCurrent ? ' (this one)' : ''} `,
      !isRemembered && button('Remember', () => view.rememberDevice(key), view.isPending),
      button('Forget', () => view.forgetDevice(key), view.isPending),
    ),
  )
  return element('ul', { className: 'list' }, ...rows)
}
