import type { PanelSource } from '../../source/panel-source.ts'
import type { TimeTravelSource } from '../../source/time-travel-source.ts'
import { h } from '../elements/h.ts'
import type { Recorded } from './recorded.ts'
import { type TimeBar, timeBar } from './time-bar.ts'
import { timeTools } from './time-tools.ts'

export type TimeTravel = Pick<TimeBar, 'showMoment' | 'enter' | 'leave' | 'update'> & {
  readonly element: HTMLElement
}

export interface TimeTravelOptions {
  /** The source whose past is shown. */
  readonly base: PanelSource
  /** The app itself. */
  readonly live: PanelSource
  readonly time: TimeTravelSource
  /** Where it was recorded, and is over. */
  readonly recorded: Recorded | undefined
  /** Called after another moment was selected. */
  readonly onMove: () => void
  /** A file was opened; `undefined`: back to the live session. */
  readonly onOpen: (recorded: Recorded | undefined) => void
}

/** Goes through the steps of a session; opens and saves sessions. */
export function timeTravel(options: TimeTravelOptions): TimeTravel {
  const { base, live, time, recorded, onMove, onOpen } = options
  const bar = timeBar(
    base,
    time,
    onMove,
    recorded && { title: recorded.title, close: () => onOpen(undefined) },
  )
  const tools = timeTools(live, bar.events, onOpen)
  bar.element.append(...tools.buttons)
  return { ...bar, element: h('div', {}, bar.element, tools.strip) }
}
