import { loadPhrases } from './action-phrases.ts'
import { discoverConfig } from './discover.ts'
import type { FindOptions, FoundUi } from './found-ui.ts'
import { Search } from './search.ts'

/**
 * Opens a UI on scripted answers of Cognito, walks through it, and finds how its screens are recognised and its actions
 * are done.
 *
 * @throws FindError if it cannot be gone through: it does not answer, fails, or sends no sign-in to Cognito.
 */
export async function findContract(options: FindOptions): Promise<FoundUi> {
  const begun = performance.now()
  const { browser, url, config: given } = options
  const phrases = await loadPhrases()
  const config = await discoverConfig({ browser, url, phrases, given })
  const search = new Search(options, config, phrases)
  const walks = await search.run()
  return { ...search.found(), config, walks, ms: Math.round(performance.now() - begun) }
}
