import { expectTypeOf, test } from 'vitest'
import { createAuth as createEarly, type EarlyOptions } from '../../src/early/index.ts'
import { type Auth, type AuthOptions, createAuth, defineStep } from '../../src/index.ts'

declare const options: EarlyOptions

const acceptTerms = defineStep({
  route: 'acceptTerms',
  at: 'beforeSignedIn',
  isNeeded: () => true,
  show: () => ({ version: 3 }),
  actions: { accept: async (_: { newsletter: boolean }) => undefined },
})

test('the early auth has the type of the whole one, with steps and without', () => {
  expectTypeOf(createEarly(options)).toEqualTypeOf<Auth>()
  expectTypeOf(createEarly(options)).toEqualTypeOf(createAuth(options))
  const early = createEarly({ ...options, steps: [acceptTerms] })
  expectTypeOf(early).toEqualTypeOf(createAuth({ ...options, steps: [acceptTerms] }))
  const view = early.getView()
  if (view.route === 'acceptTerms') expectTypeOf(view.version).toEqualTypeOf<number>()
})

test('its options are those of createAuth, without `initial` and `ports`', () => {
  expectTypeOf<EarlyOptions>().toExtend<AuthOptions>()
  // @ts-expect-error: a server has rendered the page with another view
  createEarly({ ...options, initial: { user: undefined } })
  // @ts-expect-error: the early view is read from the configuration
  createEarly({ ports: {} })
})
