/** `postpack` of each package: its folder is again as it was. */
import { readFileSync, renameSync, rmSync } from 'node:fs'
import { removeEntryFolders } from './entry-folders.mjs'
import { addedFiles } from './publishable.mjs'

renameSync('package.json.orig', 'package.json')
for (const file of addedFiles) rmSync(file, { force: true })
removeEntryFolders('.', JSON.parse(readFileSync('package.json', 'utf8')))
