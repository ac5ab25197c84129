import { fakeCognito, isFakeSession } from '../fake-cognito/fake-cognito.ts'
import type { Inspector } from '../trace/inspector.ts'
import { planJourney } from './plan-journey.ts'

/**
 * Goes to a leaf as soon as it is known who is signed in. After a reload the tokens may be made up
 * already. Where that does not lead there, the panel shows the way that is left, or that there is none.
 */
export async function followLink(inspector: Inspector, leaf: string): Promise<void> {
  const { auth } = inspector
  await auth.ready()
  if (isFakeSession(auth)) fakeCognito(inspector)
  await planJourney(inspector, leaf).go(() => undefined)
}
