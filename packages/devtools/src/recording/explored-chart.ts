import type { Behaviour, Model } from '@authchart/testing'

/** The chart as a graph of all that can happen, with what it is made with. */
export interface Explored {
  readonly testing: typeof import('@authchart/testing')
  /** For apps behind which real ports work. */
  readonly behaviour: Behaviour
  readonly model: Model
}

let explored: Promise<Explored> | undefined

/** The model is large and takes a second or two: it is created once a page, on first use. */
export function exploredChart(): Promise<Explored> {
  explored ??= explore()
  return explored
}

async function explore(): Promise<Explored> {
  const testing = await import('@authchart/testing')
  const behaviour = testing.withVault(testing.authBehaviour)
  // What says that this takes a while is seen first.
  await new Promise((resolve) => setTimeout(resolve, 50))
  return { testing, behaviour, model: testing.explore(behaviour) }
}
