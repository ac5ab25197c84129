import type { PanelSource, TokenClaims } from '../../source/panel-source.ts'
import type { Shown } from '../../trace/trace-event.ts'
import { h, keep } from '../elements/h.ts'

export interface ClaimsCard {
  readonly element: HTMLElement
  update(): void
}

/** What the tokens say, as far as it may be seen. */
export function claimsCard(source: PanelSource): ClaimsCard {
  const element = h('section', { class: 'card claims' })
  return {
    element,
    update() {
      const { claims } = source.session()
      element.hidden = !claims
      keep(element, claims, () =>
        claims
          ? [
              h('h2', {}, 'What the tokens say'),
              ...claimsOf('Access token', claims.access),
              ...claimsOf('ID token', claims.id),
            ]
          : [],
      )
    },
  }
}

const claimsOf = (token: string, { shown, others }: TokenClaims) => [
  h('h3', {}, token),
  h(
    'dl',
    { class: 'facts' },
    ...Object.entries(shown).flatMap(([name, value]) => [
      h('dt', { class: 'mono' }, name),
      h('dd', {}, wordsOf(name, value)),
    ]),
  ),
  others > 0 &&
    h('p', { class: 'quiet' }, `${others} more ${others === 1 ? 'is' : 'are'} not shown.`),
]

/** Times are seconds since 1970 by the clock of the token's issuer, shown in the local time zone. */
const times: ReadonlySet<string> = new Set(['auth_time', 'iat', 'exp'])

function wordsOf(name: string, value: Shown): string {
  if (times.has(name) && typeof value === 'number') {
    return new Date(value * 1000).toLocaleString(undefined, {
      dateStyle: 'medium',
      timeStyle: 'medium',
    })
  }
  return Array.isArray(value) ? value.join(', ') : String(value)
}
