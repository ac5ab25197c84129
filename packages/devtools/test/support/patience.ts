import { vi } from 'vitest'

const { waitFor, waitUntil } = vi

/** A second is not much on a machine that runs other tests, too. In ms. */
const patient = { timeout: 10_000 }

vi.waitFor = (callback, options = patient) => waitFor(callback, options)
vi.waitUntil = (callback, options = patient) => waitUntil(callback, options)
