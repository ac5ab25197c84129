import type { Facts } from './facts-of.ts'
import type { PanelSource } from './panel-source.ts'

/** The facts of a past moment. */
type Past = Facts & Required<Pick<PanelSource, 'events'>>

export interface TimeTravelSource {
  /** How things are; while there is a past, how they were. */
  readonly source: PanelSource
  /** `undefined`: the present. */
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

/** A source that can show its past. The past is read-only: all functions that change the app are left out. */
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
