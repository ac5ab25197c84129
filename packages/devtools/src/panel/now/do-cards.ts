import type { PanelSource } from '../../source/panel-source.ts'
import { formCard } from './form-card.ts'
import { journeyCard } from './journey-card.ts'
import { requestsCard } from './requests-card.ts'

/** What can be done beyond the next step, and the form of the screen. */
export interface DoCards {
  readonly journey: HTMLElement
  readonly requests: HTMLElement
  readonly form: HTMLElement
  update(): void
}

export function doCards(source: PanelSource): DoCards {
  const journey = journeyCard(source)
  const requests = requestsCard(source)
  const form = formCard(source)
  return {
    journey,
    requests: requests.element,
    form: form.element,
    update() {
      journey.hidden = !source.journey
      requests.update()
      form.update()
    },
  }
}
