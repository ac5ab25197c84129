import { renameSync } from 'node:fs'

renameSync('package.json.orig', 'package.json')
