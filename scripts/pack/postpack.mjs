/** `postpack` of each package: its folder is again as it was. */
import { renameSync, rmSync } from 'node:fs'
import { addedFiles } from './publishable.mjs'

renameSync('package.json.orig', 'package.json')
for (const file of addedFiles) rmSync(file, { force: true })
