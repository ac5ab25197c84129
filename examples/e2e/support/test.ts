import { randomUUID } from 'node:crypto'
import { test as base, expect } from '@playwright/test'
import { AppModel } from '../models/app.model.ts'
import { Canary } from '../models/canary.ts'
import { LocalCognito } from './local-cognito.ts'
import { openAccount, type Person } from './person.ts'
import type { Visitor } from './visitor.ts'

interface Fixtures {
  /** Watches every page of every test: the test fails if a secret shows up where it must not. */
  canary: Canary
  app: AppModel
  /** A new user, without an account. */
  person: Person
  /** A user with a confirmed account. */
  member: Person
  /** A new user with the app. */
  visitor: Visitor
  /** The app in another browser, as on another device. */
  otherDevice: AppModel
}

interface WorkerFixtures {
  cognito: LocalCognito
}

/** Playwright's `test` with a Cognito of its own in each worker, empty at the start of each test. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  cognito: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const cognito = await LocalCognito.start()
      await use(cognito)
      await cognito.goDown()
    },
    { scope: 'worker' },
  ],

  canary: [
    async ({ context, cognito, baseURL }, use) => {
      await cognito.reset()
      const canary = new Canary({ app: baseURL ?? '', sandbox: cognito.config.endpoint })
      await canary.watch(context)
      await use(canary)
      expect(await canary.leaks(await cognito.outbox()), 'secrets where they must not be').toEqual(
        [],
      )
    },
    { auto: true },
  ],

  app: async ({ page, cognito }, use) => {
    await use(await AppModel.prepare(page, cognito))
  },

  person: async ({ canary }, use) => {
    await use({ email: `${randomUUID().slice(0, 8)}@example.com`, password: canary.password() })
  },

  member: async ({ person, cognito }, use) => {
    await openAccount(cognito, person)
    await use(person)
  },

  visitor: async ({ app, canary, cognito, person }, use) => {
    await use({ app, canary, cognito, person })
  },

  otherDevice: async ({ browser, baseURL, canary, cognito }, use) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '' })
    await canary.watch(context)
    await use(await AppModel.prepare(await context.newPage(), cognito))
    await canary.leaveContext(context)
    await context.close()
  },
})

export { expect }
