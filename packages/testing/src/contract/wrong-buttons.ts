import type { AuthRoute } from '@authchart/machine'
import type { AnyMachineSnapshot } from 'xstate'
import { payloads } from '../catalogue/payloads.ts'
import type { ActionType, Button, Ui } from './define-ui.ts'
import { routesWith } from './routes-with.ts'

/** What is wrong with the buttons that a contract names, as far as they belong to this screen. */
export async function wrongButtons<Handle>(
  { buttons = {} }: Ui<Handle>,
  handle: Handle,
  route: AuthRoute,
  after: AnyMachineSnapshot,
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const [name, find] of Object.entries(buttons)) {
    const type = name as ActionType
    if (routesWith(type)?.includes(route) === false) continue
    const isTaken = payloads[type].some((payload) => after.can({ ...payload, type }))
    const isOpen = await isEnabled(find(handle))
    if (isOpen && !isTaken) wrong.push(`“${type}” would have no effect, but its button is enabled`)
    if (!isOpen && isTaken && !after.hasTag('pending')) {
      wrong.push(`“${type}” can be done, but its button is not there or not enabled`)
    }
  }
  return wrong
}

async function isEnabled(button: Button): Promise<boolean> {
  if (button === null) return false
  if (!('isEnabled' in button)) return !button.matches(':disabled, [aria-disabled="true"]')
  return (await button.isVisible()) && button.isEnabled()
}
