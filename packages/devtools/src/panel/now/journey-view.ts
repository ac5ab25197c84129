import type { Journey, JourneyStep, PanelSource } from '../../source/panel-source.ts'
import { h } from '../elements/h.ts'

/** Shows the way to a leaf in `place`, and takes it. */
export async function journeyView(
  source: PanelSource,
  leaf: string,
  place: HTMLElement,
): Promise<void> {
  const from = source.leaf()
  const say = (...parts: readonly (Node | string)[]) => place.replaceChildren(...parts)
  try {
    const journey = await source.journey?.(leaf)
    if (!journey) say('This cannot be done from here.')
    else if (journey.steps.length === 0) say('You are there already.')
    else say(...pathView(from, journey))
  } catch (error) {
    say(wordsOf(error))
  }

  function pathView(from: string, { to, steps, go }: Journey): readonly Node[] {
    const rows = steps.map(stepRow)
    const note = h('p', { class: 'quiet prose' }, about(steps))
    const button = h(
      'button',
      {
        type: 'button',
        class: 'button primary',
        async onclick() {
          const hadFocus = button.matches(':focus')
          button.disabled = true
          mark(0)
          // The path starts at that leaf only.
          if (source.leaf() !== from) return void journeyView(source, leaf, place)
          try {
            await go(mark)
            note.textContent = `The app is in ${to}.`
          } catch (error) {
            note.className = 'bad'
            note.textContent = wordsOf(error)
          }
          again.hidden = false
          if (hadFocus) again.focus()
        },
      },
      'Go',
    )
    const again = h(
      'button',
      {
        type: 'button',
        class: 'button',
        hidden: true,
        onclick: () => void journeyView(source, leaf, place),
      },
      'Look again',
    )
    function mark(done: number) {
      rows.forEach((row, index) => {
        row.classList.toggle('done', index < done)
        if (index === done) row.setAttribute('aria-current', 'step')
        else row.removeAttribute('aria-current')
      })
    }
    const count = `${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`
    return [
      h('h3', {}, count),
      h('ol', { class: 'rows' }, ...rows),
      note,
      h('p', { class: 'chips' }, button, again),
    ]
  }
}

const stepRow = ({ label, to }: JourneyStep) =>
  h(
    'li',
    { class: 'step' },
    h('code', {}, label),
    h('span', { class: 'quiet step-why' }, '→ ', h('code', {}, to)),
  )

function about(steps: readonly JourneyStep[]): string {
  if (!steps.some(({ isAnswer }) => isAnswer)) return 'The journey sends no request to Cognito.'
  return 'The inspector answers in place of Cognito, with example data. Tokens are fake: after a reload Cognito rejects them.'
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
