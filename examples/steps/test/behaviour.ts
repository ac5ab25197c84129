import { type Step, stepsBehaviour } from '@authchart/testing'
import { steps } from '../src/steps.ts'

/** Walks through the chart with the three steps. */
export const behaviour = stepsBehaviour(steps, {
  inputs: {
    'enterInvitation.enter': [{ code: 'friend' }],
    'acceptTerms.accept': [{ newsletter: true }],
    'chooseOrganisation.choose': [{ organisation: 'acme' }],
  },
})

const isOfStep = ({ leaf }: { leaf: string }) =>
  steps.some(({ route }) => leaf.split('.').includes(route))

/** Only what leads from, to and through a step: the rest is walked in the other examples. */
export function ofSteps({ from, to }: Pick<Step, 'from' | 'to'>): boolean {
  return isOfStep(from) || isOfStep(to)
}
