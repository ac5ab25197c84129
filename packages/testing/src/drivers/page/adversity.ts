import type { Page } from '@playwright/test'
import type { AnyMachineSnapshot } from 'xstate'
import type { Expected } from '../../contract/check-input.ts'
import { leafNode, pathOfNode } from '../../model/leaf.ts'
import { submitAgain } from './in-page.ts'

/** A mishap that a UI has to bear. */
export type Adversity =
  /** The page is loaded anew. */
  | 'reload'
  /** The browser's back button, and forward again. */
  | 'back'
  /** A form that is being sent is submitted once more, as by a second click or key. */
  | 'double submit'
  /** The app is opened in another tab, and closed there. */
  | 'second tab'
  /** The network is away for a moment. */
  | 'offline'
  /** An answer takes its time. */
  | 'slow'
  /** The tokens expire while the user does nothing. */
  | 'session expiry'

/** A page, and what the chart says of it. */
export interface Scene {
  readonly page: Page
  readonly path: string
  readonly expected: Expected
  /** A user's action has just sent a request, whose answer is not there yet. */
  readonly isSubmitted: boolean
  readonly skip: (ms: number) => Promise<void>
}

interface Mishap {
  /** Where the app is to be the same afterwards. */
  readonly isFor: (scene: Scene) => boolean
  /** Resolves to `false` if there was nothing that could happen. */
  readonly happen: (scene: Scene) => Promise<unknown>
}

/** Longer than tokens live, in ms. */
const untilExpiry = 3_700_000
/** How long an answer takes that takes its time, in ms. */
const slowMs = 400

const leafOf = (snapshot: AnyMachineSnapshot) => pathOfNode(leafNode(snapshot))
const isAtRest = ({ expected }: Scene) => !expected.isPending

/** What a page remembers after a reload: no messages, no stored password, no other tab. */
function isRemembered({ expected }: Scene): boolean {
  const { after, isPending, route } = expected
  const { failure, notice, elsewhere, rememberDevice, isPasswordStored, username } = after.context
  // What was typed is remembered until the user is signed in.
  const isNameLost = after.hasTag('authenticated') && username !== ''
  const isForgetful =
    failure || notice || elsewhere || rememberDevice || isPasswordStored || isNameLost
  return !isForgetful && !isPending && route !== 'setupTotp'
}

const mishaps: Readonly<Record<Adversity, Mishap>> = {
  reload: { isFor: isRemembered, happen: ({ page }) => page.reload() },
  back: {
    isFor: isRemembered,
    happen: async ({ page }) => {
      await page.goBack()
      await page.goForward()
    },
  },
  'double submit': {
    isFor: ({ isSubmitted }) => isSubmitted,
    happen: ({ page }) => page.evaluate(submitAgain),
  },
  'second tab': {
    isFor: isAtRest,
    happen: async ({ page, path }) => {
      const second = await page.context().newPage()
      await second.goto(new URL(path, page.url()).href)
      await second.close()
      await page.bringToFront()
    },
  },
  offline: {
    isFor: isAtRest,
    happen: async ({ page }) => {
      await page.context().setOffline(true)
      await page.context().setOffline(false)
    },
  },
  slow: {
    isFor: ({ isSubmitted }) => isSubmitted,
    happen: () => new Promise((resolve) => setTimeout(resolve, slowMs)),
  },
  'session expiry': {
    isFor: ({ expected: { after } }) =>
      leafOf(after) === 'signedIn.idle' && after.context.user?.kind !== 'federated',
    happen: ({ skip }) => skip(untilExpiry),
  },
}

/** @throws RangeError that names them. */
export function rejectUnknownMishaps(wanted: readonly string[]): void {
  const unknown = wanted.find((name) => !Object.hasOwn(mishaps, name))
  if (unknown === undefined) return
  const known = Object.keys(mishaps).join(', ')
  throw new RangeError(`adversity takes ${known}, not '${unknown}'.`)
}

/** The requested mishaps that can happen now. */
export function mishapsFor(wanted: readonly Adversity[], scene: Scene) {
  return wanted
    .filter((name) => mishaps[name].isFor(scene))
    .map((name) => ({ name, happen: mishaps[name].happen }))
}
