import type { AnyMachineSnapshot } from 'xstate'
import type { AuthRoute } from '../../view/route.ts'
import { payloads } from '../catalogue/payloads.ts'
import type { ActionType, Button, Ui } from './define-ui.ts'
import { routesWith } from './routes-with.ts'

/** Of the buttons that a contract names, those of this screen that are enabled, though nothing would come of it. */
export async function vainButtons<Handle>(
  { buttons = {} }: Ui<Handle>,
  handle: Handle,
  route: AuthRoute,
  after: AnyMachineSnapshot,
): Promise<readonly string[]> {
  const vain: string[] = []
  for (const [name, find] of Object.entries(buttons)) {
    const type = name as ActionType
    const isTaken = payloads[type].some((payload) => after.can({ ...payload, type }))
    if (isTaken || routesWith(type)?.includes(route) === false) continue
    if (await isEnabled(find(handle))) vain.push(type)
  }
  return vain
}

async function isEnabled(button: Button): Promise<boolean> {
  if (button === null) return false
  if (!('isEnabled' in button)) return !button.matches(':disabled, [aria-disabled="true"]')
  return (await button.isVisible()) && button.isEnabled()
}
