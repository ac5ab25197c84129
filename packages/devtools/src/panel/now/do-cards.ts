import type { PanelSource } from '../../source/panel-source.ts'
import { eventForm } from './event-form.ts'
import { formCard } from './form-card.ts'
import { journeyCard } from './journey-card.ts'
import { outcomeList } from './outcome-list.ts'
import { requestsCard } from './requests-card.ts'

/** What can be done beyond the next step, the form of the screen, and what the rest of the view loads later. */
export interface DoCards {
  readonly journey: HTMLElement
  readonly requests: HTMLElement
  readonly form: HTMLElement
  readonly eventForm: typeof eventForm
  readonly outcomeList: typeof outcomeList
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
    eventForm,
    outcomeList,
    update() {
      journey.hidden = !source.journey
      requests.update()
      form.update()
    },
  }
}
