/**
 * Writes the generated pages of docs/. With `--stately` it prints the chart as JSON for Stately's
 * editor instead.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiPages } from './lib/docs/api-pages.mjs'
import { chartPages, statelyJson } from './lib/docs/chart-pages.mjs'
import { classicApiPage } from './lib/docs/classic-api-page.mjs'
import { failuresPage } from './lib/docs/failures-page.mjs'
import { formsPage } from './lib/docs/forms-page.mjs'
import { root } from './lib/paths.mjs'

if (process.argv.includes('--stately')) {
  process.stdout.write(await statelyJson())
} else {
  const pages = {
    'docs/classic-api.md': classicApiPage(),
    'docs/failures.md': await failuresPage(),
    'docs/forms.md': await formsPage(),
    ...(await chartPages()),
    ...apiPages(),
  }
  for (const [path, text] of Object.entries(pages)) writeFileSync(join(root, path), text)
}
