import type { Page } from '@playwright/test'
import type { AnyMachineSnapshot } from 'xstate'
import { leafNode, pathOfNode } from '../../model/leaf.ts'

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
  /** The tokens run out while nobody does anything. */
  | 'session expiry'

/** A page at rest, and what the chart says of it. */
export interface Scene {
  readonly page: Page
  readonly path: string
  readonly after: AnyMachineSnapshot
  readonly skip: (ms: number) => Promise<void>
}

interface Mishap {
  /** Where the app is to be the same afterwards. */
  readonly isFor: (scene: Scene) => boolean
  readonly happen: (scene: Scene) => Promise<void>
}

/** Longer than tokens live, in ms. */
const untilExpiry = 3_700_000

/** What a page that is loaded anew still knows: nothing of messages, of a kept password, of the other tab. */
function isRemembered({ after }: Scene): boolean {
  const { failure, notice, elsewhere, rememberDevice, isPasswordKept } = after.context
  const isForgetful = failure || notice || elsewhere || rememberDevice || isPasswordKept
  return !isForgetful && !leafOf(after).includes('setupTotp')
}

const leafOf = (snapshot: AnyMachineSnapshot) => pathOfNode(leafNode(snapshot))

/** Those that happen to a page at rest. */
export const mishaps: Readonly<Partial<Record<Adversity, Mishap>>> = {
  reload: {
    isFor: isRemembered,
    happen: async ({ page }) => {
      await page.reload()
    },
  },
  back: {
    isFor: isRemembered,
    happen: async ({ page }) => {
      await page.goBack()
      await page.goForward()
    },
  },
  'second tab': {
    isFor: () => true,
    happen: async ({ page, path }) => {
      const second = await page.context().newPage()
      await second.goto(new URL(path, page.url()).href)
      await second.close()
      await page.bringToFront()
    },
  },
  offline: {
    isFor: () => true,
    happen: async ({ page }) => {
      await page.context().setOffline(true)
      await page.context().setOffline(false)
    },
  },
  'session expiry': {
    isFor: ({ after }) =>
      leafOf(after) === 'signedIn.idle' && after.context.user?.kind !== 'federated',
    happen: ({ skip }) => skip(untilExpiry),
  },
}

/** In the page: submits the form that is being sent once more. */
export function submitAgain(): void {
  const forms = [...document.forms]
  const sending = forms.find((form) => form.querySelector('[aria-busy="true"], :disabled'))
  const [only] = forms.length === 1 ? forms : [sending]
  only?.requestSubmit()
}

/** How long an answer takes that takes its time, in ms. */
export const slowMs = 400
