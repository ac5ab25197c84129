import { authMachine } from '../chart/machine.ts'
import type { AuthRoute } from './route.ts'
import { screens } from './screens.ts'

/** The states that look like another screen than the one they are in. */
const others: ReadonlyMap<string, AuthRoute> = new Map([
  ['signedIn.devices.confirming', 'restoring'],
  ['signedIn.revokingAll', 'signingOut'],
])

/**
 * The screen of a leaf, as `routeOf` lists it, which has a name for each leaf. `undefined` for a leaf that the shipped
 * chart does not have.
 */
export function routeAt(path: string): AuthRoute | undefined {
  if (!isShipped(path)) return undefined
  const [first = '', second = ''] = path.split('.')
  const isScreen = first === 'signedIn' && Object.hasOwn(screens, second)
  return others.get(path) ?? ((isScreen ? second : first) as AuthRoute)
}

function isShipped(path: string): boolean {
  try {
    return authMachine.getStateNodeById(`auth.${path}`).type === 'atomic'
  } catch {
    return false
  }
}
