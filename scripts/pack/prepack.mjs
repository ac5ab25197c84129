/** `prepack` of each package; `postpack` puts its folder back. */
import { copyFileSync } from 'node:fs'
import { makePublishable } from './publishable.mjs'

copyFileSync('package.json', 'package.json.orig')
makePublishable('.')
