import { absent, authBehaviour, planWalks, runWalk, withVault } from '@authchart/testing'
import { playwrightDriver } from '@authchart/testing/playwright'
import { chromium } from '@playwright/test'
import { createJiti } from 'jiti'

/** What a walk says where the contract, and not the UI, is at fault. */
const ofContract =
  /this is not the screen “\w+”|actions\['[^']+'\] of the contract failed|the request that has to be made is not made/

/**
 * Walks through every state with a found contract, whose gaps count as absent.
 *
 * @param {{ url: string, file: string, browser: string, config: unknown }} options
 * @returns {Promise<{ wrong: string[], passed: number, walks: number }>} the wrong members
 */
export async function walkThrough({ url, file, browser, config }) {
  const { ui } = await createJiti(import.meta.url).import(file)
  for (const part of [ui.routes, ui.actions]) {
    for (const [name, member] of Object.entries(part)) {
      if (member === undefined) part[name] = absent('it was not found')
    }
  }
  const { open, cannotTake, costOf } = playwrightDriver({ ui, config, patienceMs: 20_000 })
  const behaviour = withVault(authBehaviour)
  const { walks } = planWalks({ cover: 'states', behaviour, cannotTake, costOf })
  const program = await chromium.launch({ executablePath: browser })
  const wrong = new Set()
  let passed = 0
  for (const walk of walks) {
    const context = await program.newContext({ baseURL: url })
    const page = await context.newPage()
    try {
      await runWalk(behaviour, walk, open(page))
      passed += 1
    } catch (error) {
      const message = String(error instanceof Error ? error.message : error)
      const [fault] = ofContract.exec(message) ?? []
      if (fault) wrong.add(message.split('\n').slice(0, 4).join(' '))
      else process.stderr.write(`${walk.title}: ${message.split('\n')[0]}\n`)
    }
    await context.close()
  }
  await program.close()
  return { wrong: [...wrong], passed, walks: walks.length }
}
