import type { Device } from '../../ports/index.ts'
import type { ViewOf } from '../../view/views/auth-views.ts'
import type { Phrase } from '../../words/phrase.ts'
import { cancelAction } from './actions.ts'
import type { ActionDescription, FormDescription } from './description.ts'

/** The devices of the account: two buttons for each. */
export function describeDevices(
  view: ViewOf<'signedIn'>,
  devices: readonly Device[],
): FormDescription {
  const { rememberDevice, forgetDevice } = view
  return {
    name: 'devices',
    title: { key: 'title.devices' },
    text: devices.length === 0 ? { key: 'text.noDevices' } : undefined,
    actions: [
      ...devices
        .filter(({ isRemembered }) => !isRemembered)
        .map(
          (device): ActionDescription => ({
            name: `rememberDevice.${device.key}`,
            event: 'signedIn.rememberDevice',
            kind: 'secondary',
            label: { key: 'action.rememberDevice', values: { device: deviceName(device) } },
            isDisabled: view.isPending,
            act: () => rememberDevice(device.key),
          }),
        ),
      ...devices.map(
        (device): ActionDescription => ({
          name: `forgetDevice.${device.key}`,
          event: 'signedIn.forgetDevice',
          kind: 'secondary',
          label: { key: 'action.forgetDevice', values: { device: deviceName(device) } },
          isDisabled: view.isPending,
          act: () => forgetDevice(device.key),
        }),
      ),
      cancelAction(view, 'devices'),
    ],
  }
}

function deviceName({ name, isCurrent }: Device): Phrase {
  if (isCurrent) return { key: 'device.current' }
  return name === undefined ? { key: 'device.unnamed' } : { text: name }
}
