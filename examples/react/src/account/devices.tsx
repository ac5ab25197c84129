import { toolsOf } from '@authchart/example-shared/actions'
import { deviceFacts, deviceName } from '@authchart/example-shared/devices'
import type { Words } from '@authchart/machine/words'
import { type ReactForm, useAuthMachine } from '@authchart/react'
import { Actions } from '../auth-form.tsx'

interface DevicesProps {
  actions: ReactForm['actions']
  words: Words
}

/** Each device with its actions. */
export function Devices({ actions, words }: DevicesProps) {
  const view = useAuthMachine()
  if (view.route !== 'signedIn') return null
  return (
    <ul className="devices">
      {view.devices.data?.map((device) => (
        <li key={device.key}>
          <p>{deviceName(words, device)}</p>
          <p className="hint">{deviceFacts(words, device)}</p>
          <Actions className="tools" actions={toolsOf(actions, device.key)} />
        </li>
      ))}
    </ul>
  )
}
