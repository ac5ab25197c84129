import type { Model, Place, Step } from '../model/model.ts'

type CannotTake = (step: Step) => string | undefined

/** The part of a model that a driver can walk: without the steps that it cannot take, and what is behind them. */
export function reachableBy(
  { machine, starts, places, steps }: Model,
  cannotTake: CannotTake,
): Model {
  const mine = new Map<Place, Place>(places.map((place) => [place, { ...place, steps: [] }]))
  const counterpart = (place: Place): Place => mine.get(place) ?? place
  for (const step of steps) {
    if (cannotTake(step)) continue
    const from = counterpart(step.from)
    from.steps.push({ ...step, from, to: counterpart(step.to) })
  }
  const begun = starts.map((start) => ({ ...start, place: counterpart(start.place) }))
  const reached = new Set(begun.map(({ place }) => place))
  for (const place of reached) for (const { to } of place.steps) reached.add(to)
  return {
    machine,
    starts: begun,
    places: [...reached],
    steps: [...reached].flatMap((place) => place.steps),
  }
}
