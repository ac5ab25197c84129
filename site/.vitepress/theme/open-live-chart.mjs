import { inspectAuth } from '@authchart/devtools'
import { createAuth } from '@authchart/machine'
import { scriptedCognito, scriptedConfig } from '@authchart/testing'

/**
 * Shows the inspector of a machine that sends no request to anywhere: the inspector gives the responses.
 *
 * @param {HTMLElement} place
 * @returns {() => void} ends it
 */
export function openLiveChart(place) {
  const { fetch } = scriptedCognito()
  const auth = createAuth({ config: scriptedConfig, storage: sessionStorage, fetch })
  const inspector = inspectAuth(auth)
  inspector.mount(place)
  place.querySelector('authchart-inspector')?.open()
  return () => {
    inspector.stop()
    auth.stop()
  }
}
