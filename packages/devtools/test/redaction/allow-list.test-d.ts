import type { AuthContext, AuthUser, Challenge, Secret } from '@authchart/machine'
import { expectTypeOf, test } from 'vitest'
import type * as development from '../../src/index.ts'
import type * as production from '../../src/production.ts'
import {
  type ActorRules,
  actorRules,
  type ContextRules,
  contextRules,
  type EmittedRules,
  type EventRules,
  emittedRules,
  eventRules,
} from '../../src/redaction/allow-list.ts'
import type { Fields, Rule } from '../../src/redaction/rules.ts'

test('an event, an emitted event or an actor that is not classified does not compile', () => {
  const { 'signIn.submit': _submit, ...events } = eventRules
  // @ts-expect-error signIn.submit is missing
  const _events: EventRules = events
  const { signedIn: _signedIn, ...emitted } = emittedRules
  // @ts-expect-error signedIn is missing
  const _emitted: EmittedRules = emitted
  const { signIn: _signIn, ...actors } = actorRules
  // @ts-expect-error signIn is missing
  const _actors: ActorRules = actors
  // @ts-expect-error the password in the input of signIn is missing
  const _input: ActorRules['signIn']['input'] = { username: 'show' }
  // @ts-expect-error a secret in the output of associateSoftwareToken is shown
  const _output: ActorRules['associateSoftwareToken']['output'] = { secret: 'show' }
})

test('nor does a context key, a field of an event or one of a value inside', () => {
  const { totpSecret: _totpSecret, ...context } = contextRules
  // @ts-expect-error totpSecret is missing
  const _context: ContextRules = context
  // @ts-expect-error a key that is new
  const _grown: Fields<AuthContext & { readonly pin: string }> = contextRules
  // @ts-expect-error the username is missing
  const _fields: EventRules['signIn.submit'] = { password: 'secret' }
  // @ts-expect-error the provider is missing
  const _user: Rule<AuthUser> = { kind: 'show', username: 'show', userId: 'show' }
  // @ts-expect-error the session of a challenge is missing
  const _challenge: Fields<Challenge> = { kind: 'show', username: 'show', issuedAt: 'show' }
})

test('a secret cannot be shown, nor an object as a whole', () => {
  expectTypeOf<Rule<Secret>>().toEqualTypeOf<'secret'>()
  expectTypeOf<Rule<Secret<object> | undefined>>().toEqualTypeOf<'secret'>()
  // @ts-expect-error a secret
  const _password: EventRules['confirmContact.submit'] = { code: 'show' }
  // @ts-expect-error an object
  const _whole: ContextRules['user'] = 'show'
  expectTypeOf<Rule<Readonly<Record<string, string>>>>().toEqualTypeOf<'hide' | 'names'>()
})

test('the production entry has the same types', () => {
  expectTypeOf<keyof typeof production>().toEqualTypeOf<keyof typeof development>()
  expectTypeOf<typeof production>().toExtend<typeof development>()
})
