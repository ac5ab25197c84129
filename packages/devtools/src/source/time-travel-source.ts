import type { Facts } from './facts-of.ts'
import type { PanelSource } from './panel-source.ts'

/** What there is to be looked at of a moment that is over. */
type Past = Facts & Required<Pick<PanelSource, 'events'>>

export interface TimeTravelSource {
  /** How things are; while there is a past, how they were. */
  readonly source: PanelSource
  /** `undefined`: how things are. */
  past: Past | undefined
}

/** The facts of the whole session, independent of the selected moment. */
const unaffectedByTime: ReadonlySet<keyof PanelSource> = new Set([
  'trace',
  'graph',
  'visits',
  'screens',
  'selfCheck',
  'isRecorded',
  'subscribe',
])

/** A source that can be looked at as it was earlier. Nothing can be done in the past: all of that is left out. */
export function timeTravelSource(
  base: PanelSource,
  showMoment: (event: number) => void,
): TimeTravelSource {
  const time: TimeTravelSource = {
    past: undefined,
    source: new Proxy(base, {
      get(_, name) {
        if (name === 'showMoment') return showMoment
        const isAsItIs = !time.past || unaffectedByTime.has(name as keyof PanelSource)
        return isAsItIs ? base[name as keyof PanelSource] : time.past?.[name as keyof Past]
      },
    }),
  }
  return time
}
