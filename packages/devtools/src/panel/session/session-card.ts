import type { PanelSource, SessionVerb } from '../../source/panel-source.ts'
import { h } from '../elements/h.ts'

interface Choice {
  readonly verb: SessionVerb
  readonly label: string
  readonly about: string
  /** A session action, or one for a pending challenge. */
  readonly isOfChallenge?: true
}

const choices: readonly Choice[] = [
  { verb: 'refresh', label: 'Refresh now', about: 'Requests new tokens.' },
  {
    verb: 'expire',
    label: 'Expire now',
    about: 'The tokens count as expired, and the app requests new ones.',
  },
  {
    verb: 'end',
    label: 'End the session',
    about: 'The next refresh is rejected as if the session had been revoked.',
  },
  {
    verb: 'expireChallenge',
    label: 'Expire the challenge',
    about: 'The next answer to it is rejected as too late.',
    isOfChallenge: true,
  },
]

export interface SessionCard {
  readonly element: HTMLElement
  update(): void
}

/** What can be done to the session. */
export function sessionCard(source: PanelSource): SessionCard {
  const said = h('p', { class: 'prose', role: 'status' })
  const running = new Set<SessionVerb>()

  async function run({ verb, label }: Choice, button: HTMLButtonElement) {
    const hadFocus = button.matches(':focus')
    running.add(verb)
    said.className = 'prose quiet'
    said.textContent = `${label}…`
    update()
    try {
      said.textContent = (await source.sessionVerb?.(verb)) ?? ''
      said.className = 'prose'
    } catch (error) {
      said.textContent = error instanceof Error ? error.message : String(error)
      said.className = 'prose bad'
    }
    running.delete(verb)
    update()
    if (hadFocus) button.focus()
  }

  const rows = choices.map((choice) => {
    const { label, about } = choice
    const button = h(
      'button',
      { type: 'button', class: 'button', onclick: () => void run(choice, button) },
      label,
    )
    const row = h('li', { class: 'verb' }, button, h('span', { class: 'quiet' }, about))
    return { ...choice, button, row }
  })
  const none = h(
    'p',
    { class: 'quiet' },
    'Nothing: no user is signed in, and no challenge is pending.',
  )
  const element = h(
    'section',
    { class: 'card' },
    h('h2', {}, 'What I can do'),
    h('ul', { class: 'verbs' }, ...rows.map(({ row }) => row)),
    none,
    said,
  )

  function update() {
    const { user, challenge } = source.session()
    element.hidden = !source.sessionVerb
    for (const { verb, button, row, isOfChallenge } of rows) {
      row.hidden = (isOfChallenge ? challenge : user) === undefined
      button.disabled = running.has(verb)
    }
    none.hidden = rows.some(({ row }) => !row.hidden)
  }

  return { element, update }
}
