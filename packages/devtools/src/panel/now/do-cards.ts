import type { PanelSource } from '../../source/panel-source.ts'
import { journeyCard } from './journey-card.ts'
import { requestsCard } from './requests-card.ts'

/** What can be done beyond the next step. */
export interface DoCards {
  readonly journey: HTMLElement
  readonly requests: HTMLElement
  update(): void
}

export function doCards(source: PanelSource): DoCards {
  const journey = journeyCard(source)
  const requests = requestsCard(source)
  return {
    journey,
    requests: requests.element,
    update() {
      journey.hidden = !source.journey
      requests.update()
    },
  }
}
