import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chartPages } from './lib/chart-pages.mjs'
import { classicApiPage } from './lib/classic-api-page.mjs'
import { failuresPage } from './lib/failures-page.mjs'
import { root } from './lib/paths.mjs'

writeFileSync(join(root, 'docs/classic-api.md'), classicApiPage())
writeFileSync(join(root, 'docs/failures.md'), await failuresPage())
for (const [path, text] of Object.entries(await chartPages())) writeFileSync(join(root, path), text)
