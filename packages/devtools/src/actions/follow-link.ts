import { fakeCognito, isFakeSession } from '../fake-cognito/fake-cognito.ts'
import type { Inspector } from '../trace/inspector.ts'
import { planJourney } from './plan-journey.ts'

/**
 * Goes to a leaf as soon as the session is restored. After a reload its tokens may be fake. If the app
 * stops at another leaf, the panel shows the rest of the path, or that there is none.
 */
export async function followLink(inspector: Inspector, leaf: string): Promise<void> {
  const { auth } = inspector
  await auth.ready()
  if (isFakeSession(auth)) fakeCognito(inspector)
  await planJourney(inspector, leaf).go(() => undefined)
}
