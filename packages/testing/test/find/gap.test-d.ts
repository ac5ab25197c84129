import type { Page } from '@playwright/test'
import { test } from 'vitest'
import { defineUi, type Ui } from '../../src/contract/define-ui.ts'

declare const whole: Ui<Page>

test('a gap does not compile until it is filled in', () => {
  // @ts-expect-error what was not found is undefined
  defineUi<Page>({ ...whole, actions: { ...whole.actions, 'signedIn.deleteUser': undefined } })
  // @ts-expect-error a screen that was not found, too
  defineUi<Page>({ ...whole, routes: { ...whole.routes, redirecting: undefined } })
})
