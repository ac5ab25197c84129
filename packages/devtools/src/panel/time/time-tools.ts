import type { PanelSource } from '../../source/panel-source.ts'
import type { TraceEvent } from '../../trace/trace-event.ts'
import { h } from '../elements/h.ts'
import { iconButton } from '../elements/icon.ts'
import { save } from '../elements/save.ts'
import type { Recorded } from './recorded.ts'

export interface TimeTools {
  readonly buttons: readonly HTMLElement[]
  /** What one of them has to say. */
  readonly strip: HTMLElement
}

/** Opens what was recorded elsewhere, and saves what was recorded here as a test. */
export function timeTools(
  live: PanelSource,
  events: () => readonly TraceEvent[],
  onOpen: (recorded: Recorded) => void,
): TimeTools {
  const said = h('span', { role: 'status' })
  const actions = h('span', { class: 'chips' })
  const strip = h(
    'div',
    { class: 'time-strip', hidden: true },
    said,
    actions,
    h('span', { class: 'grow' }),
    iconButton('close', 'Close the message', () => {
      strip.hidden = true
    }),
  )

  function say(text: string, isBad = false, ...buttons: readonly HTMLElement[]) {
    strip.hidden = false
    said.textContent = text
    said.classList.toggle('bad', isBad)
    actions.replaceChildren(...buttons)
  }

  /** Shows that the work takes a while, and its error. */
  async function attempt(doing: string, work: () => Promise<void>) {
    say(doing)
    try {
      await work()
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), true)
    }
  }

  const file = h('input', {
    type: 'file',
    accept: '.json,application/json',
    hidden: true,
    'aria-label': 'A walk or a trace',
    onchange() {
      const [chosen] = file.files ?? []
      file.value = ''
      if (!chosen) return
      void attempt('Reading the file …', async () => {
        const { openFile } = await import('./open-file.ts')
        const recorded = await openFile(await chosen.text(), live)
        strip.hidden = true
        onOpen(recorded)
      })
    },
  })

  const record = () =>
    attempt('Following the session through the chart …', async () => {
      const [{ exploredChart }, { recordReplay }, { testSource }] = await Promise.all([
        import('../../recording/explored-chart.ts'),
        import('../../recording/record-replay.ts'),
        import('../../recording/test-source.ts'),
      ])
      const { model } = await exploredChart(live.steps)
      const { replay, leaf, why } = recordReplay(events(), model)
      const count = replay.steps.length === 1 ? '1 step' : `${replay.steps.length} steps`
      const asReplay = () => save('authchart-replay.json', JSON.stringify(replay, undefined, 2))
      const asTest = () => save('recorded.test.ts', testSource(replay), 'text/plain')
      say(
        [`${count} to ${leaf}, without anything that was typed.`, why].filter(Boolean).join(' '),
        false,
        textButton('Replay file', asReplay),
        textButton('Vitest test', asTest),
      )
    })

  return {
    buttons: [
      textButton('Open a walk', () => file.click()),
      file,
      textButton('Save as test', () => void record()),
    ],
    strip,
  }
}

const textButton = (text: string, onclick: () => void) =>
  h('button', { type: 'button', class: 'button small', onclick }, text)
