import { keepFocus } from '@authchart/example-shared/focus'
import { messageOf } from '@authchart/example-shared/messages'
import { sectionTitles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { useEffect, useRef } from 'react'
import { DeviceItem } from './device-item.tsx'
import { ReadingState } from './reading-state.tsx'
import { Section } from './section.tsx'

export function Devices({ view }: { view: ViewOf<'signedIn'> }) {
  const { data } = view.devices
  const { pending, failure } = view
  const alert = useRef<HTMLParagraphElement>(null)

  useEffect(() => (pending ? () => keepFocus(alert.current) : undefined), [pending])

  return (
    <Section title={sectionTitles.devices}>
      <ReadingState reading={view.devices} what="your devices" onRetry={view.loadDevices} />
      {data?.length === 0 && <p className="hint">No devices yet.</p>}
      {data && data.length > 0 && (
        <ul className="devices">
          {data.map((device) => (
            <DeviceItem key={device.key} device={device} view={view} />
          ))}
        </ul>
      )}
      <p ref={alert} className="alert" role="alert">
        {failure && messageOf(failure)}
      </p>
      {pending && (
        <div className="actions">
          <button type="button" onClick={view.cancel}>
            Cancel
          </button>
        </div>
      )}
    </Section>
  )
}
