/** `prepack` of each package; `postpack` puts its folder back. */
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { makePublishable, publishableManifest } from './publishable.mjs'

const [manifest, original] = ['package.json', 'package.json.orig']
if (isLeftOver()) copyFileSync(original, manifest)
copyFileSync(manifest, original)
makePublishable('.')

/** Whether the manifest is one that a pack made and did not put back, as it stopped. */
function isLeftOver() {
  if (!existsSync(original)) return false
  const packed = publishableManifest(JSON.parse(readFileSync(original, 'utf8')))
  return readFileSync(manifest, 'utf8') === packed
}
