import type { PanelSource } from '../../source/panel-source.ts'
import { recordedSource } from '../../source/recorded-source.ts'
import type { Recorded } from './recorded.ts'

/**
 * Opens an exported trace, or the replay of a walk. `live`: the app that shows it.
 *
 * @throws Error with a message for the user if the file is invalid.
 */
export async function openFile(json: string, live: PanelSource): Promise<Recorded> {
  const { graph } = live
  let content: unknown
  try {
    content = JSON.parse(json)
  } catch {
    throw new Error('This file is not JSON.')
  }
  if ('format' in Object(content)) {
    return { title: 'A recorded trace', source: recordedSource(json, graph) }
  }
  // A file may contain a whole `WalkError`: only its replay matters.
  const { replay = content }: { replay?: unknown } = Object(content)
  const [{ exploredChart }, { walkSource }] = await Promise.all([
    import('../../recording/explored-chart.ts'),
    import('../../recording/walk-source.ts'),
  ])
  const { isReplay } = await import('@authchart/testing')
  if (!isReplay(replay)) {
    throw new Error('This file is neither a trace nor a walk: { title, start, steps }.')
  }
  const { testing, behaviour, model } = await exploredChart(live.steps)
  const walk = testing.walkOf(model, replay)
  return { title: walk.title, source: walkSource(testing.expectedSteps(behaviour, walk), live) }
}
