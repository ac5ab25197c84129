import type { PanelSource, SessionVerb } from '../../source/panel-source.ts'
import { h } from '../elements/h.ts'

interface Choice {
  readonly verb: SessionVerb
  readonly label: string
  readonly about: string
  /** Of a session, or of a challenge that waits. */
  readonly isOfChallenge?: true
}

const choices: readonly Choice[] = [
  { verb: 'refresh', label: 'Refresh now', about: 'Asks for new tokens.' },
  {
    verb: 'expire',
    label: 'Expire now',
    about: 'The tokens count as expired, and are asked for as your app does it.',
  },
  {
    verb: 'end',
    label: 'End the session',
    about: 'The next refresh is refused as if the session had been revoked.',
  },
  {
    verb: 'expireChallenge',
    label: 'Expire the challenge',
    about: 'Its next answer is refused as too late.',
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
  const none = h('p', { class: 'quiet' }, 'Nothing: nobody is signed in, and no challenge waits.')
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
