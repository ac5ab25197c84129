import { deviceFacts, deviceName } from '@authchart/example-shared/device-facts'
import type { Device, ViewOf } from '@authchart/machine'

export function DeviceItem({ device, view }: { device: Device; view: ViewOf<'signedIn'> }) {
  const { key, isCurrent, isRemembered } = device
  const name = deviceName(device)
  return (
    <li className="device">
      <p className="device-name">
        {name}
        {isCurrent && <strong className="badge">This device</strong>}
      </p>
      <p className="hint">{deviceFacts(device)}</p>
      <p className="tools">
        {!isRemembered && (
          <button
            type="button"
            className="link"
            disabled={view.isPending}
            onClick={() => view.rememberDevice(key)}
          >
            Remember <span className="visually-hidden">{name}</span>
          </button>
        )}
        <button
          type="button"
          className="link"
          disabled={view.isPending}
          onClick={() => view.forgetDevice(key)}
        >
          Forget <span className="visually-hidden">{name}</span>
        </button>
      </p>
    </li>
  )
}
