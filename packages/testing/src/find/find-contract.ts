import { loadPhrases, type Phrases } from './action-phrases.ts'
import { type AppConfig, discoverConfig } from './discover.ts'
import type { FindOptions, FoundUi } from './found-ui.ts'
import { Search } from './search.ts'

/**
 * Opens a UI on scripted answers of Cognito, walks through it, and finds how its screens are recognised and its actions
 * are done.
 *
 * @throws Error if no sign-in is sent from the page.
 */
export async function findContract(options: FindOptions): Promise<FoundUi> {
  const begun = performance.now()
  const phrases = await loadPhrases()
  const config = options.config ?? (await discovered(options, phrases))
  const search = new Search(options, config, phrases)
  const walks = await search.run()
  return { ...search.found(), config, walks, ms: Math.round(performance.now() - begun) }
}

async function discovered({ browser, url }: FindOptions, phrases: Phrases): Promise<AppConfig> {
  const context = await browser.newContext()
  try {
    return await discoverConfig(context, url, phrases)
  } finally {
    await context.close()
  }
}
