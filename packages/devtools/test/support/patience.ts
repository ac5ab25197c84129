import { afterAll, vi } from 'vitest'

const { waitFor, waitUntil } = vi

/** A second is not much on a machine that runs other tests, too. In ms. */
const patient = { timeout: 10_000 }

vi.waitFor = (callback, options = patient) => waitFor(callback, options)
vi.waitUntil = (callback, options = patient) => waitUntil(callback, options)

afterAll(async () => {
  // Modules that are loaded on use may still load when the last test is over.
  await vi.dynamicImportSettled()
  // The next file may run in the same page.
  globalThis.localStorage?.clear()
  globalThis.sessionStorage?.clear()
  globalThis.document?.body.replaceChildren()
})
