import type { ViewOf } from '@authchart/machine'
import { button, element } from '../dom.ts'

const ours = ['name', 'email', 'phone_number'] as const

/** What is known of the user, with what can be done about it. */
export function profileList(view: ViewOf<'signedIn'>): HTMLElement {
  const { data, isLoading, failure } = view.profile
  if (!data) return element('p', {}, failure ? failure.message : isLoading ? 'Looking…' : '')
  const rows = ours.map((name) => {
    const value = data.attributes[name]
    const canVerify = name !== 'name' && value && data.attributes[`${name}_verified`] !== 'true'
    return element(
      'li',
      {},
      `${name.replace('_', ' ')}: ${value ?? 'not given'} `,
      canVerify &&
        button('Verify', () => view.verifyAttribute({ attribute: name }), view.isPending),
      value !== undefined &&
        button('Remove', () => view.deleteAttributes({ names: [name] }), view.isPending),
    )
  })
  return element('ul', { className: 'list' }, ...rows)
}
