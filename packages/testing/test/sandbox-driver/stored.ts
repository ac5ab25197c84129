import type { CodeDelivery, NewDevice, RestoreResult, Unfinished } from '@authchart/machine'
import { readTokens } from '../../../machine/src/tokens/token-facts.ts'
import { type ChallengeLabel, challenges } from '../../src/catalogue/challenges.ts'
import type { Outcome } from '../../src/catalogue/outcome.ts'
import type { App } from './app.ts'
import type { Account } from './test-users.ts'

/** Then tokens have expired. In ms. */
const longAgo = 2 * 3_600_000
const cooldownMs = 30_000
const unhurried = () => ({ signal: new AbortController().signal })

/** Puts into the storages what the page shall find there, all of it real. */
export async function store(app: App, { output, name }: Outcome): Promise<void> {
  const { otherTab, screenStore, rejected } = app
  await otherTab.tokenStore.clear()
  screenStore.clear()
  const found = output?.(app.backend.clock.now()) as RestoreResult | undefined
  if (!found) {
    rejected.add('getItem')
    return
  }
  switch (found.kind) {
    case 'signedOut':
      break
    case 'interrupted':
      await storeScreen(app, found.screen.route, name)
      break
    default: {
      const { kind, user, unfinished } = found
      app.current.account = app.people.fresh()
      const made = await storeSession(
        app,
        app.current.account,
        user.kind === 'hostedUi',
        unfinished,
      )
      if (kind === 'due') await app.backend.advance(longAgo)
      if (unfinished) await storeUnfinished(app, unfinished, made)
    }
  }
}

async function storeScreen(app: App, route: string, name: string): Promise<void> {
  const { people, otherTab, screenStore, backend } = app
  const { userPool } = otherTab
  const account = people.fresh()
  const { username } = account
  app.current.account = account
  const resendAt = () => backend.clock.now() + cooldownMs
  switch (route) {
    case 'signIn':
    case 'signUp':
    case 'forgotPassword':
      return screenStore.write({ route, username })
    case 'confirmSignUp':
      await people.signUpUnconfirmed(account)
      return screenStore.write({ route, username, delivery: delivery(), resendAt: resendAt() })
    case 'resetPassword': {
      await people.confirm(account)
      const sent = await userPool.forgotPassword({ username }, unhurried())
      return screenStore.write({ route, username, delivery: sent, resendAt: resendAt() })
    }
    case 'totpVerified': {
      const challenge = await people.verifiedApp(account)
      return screenStore.write({ route, username, challenge, round: 1 })
    }
    default: {
      const label = labelIn(name)
      const challenge = await people.challenged(account, label)
      return screenStore.write({ route: 'challenge', username, challenge, round: 1 })
    }
  }
}

/** `the screen of SMS_MFA` */
function labelIn(name: string): ChallengeLabel {
  const labels = Object.keys(challenges) as ChallengeLabel[]
  const label = labels.find((label) => name === `the screen of ${label}`)
  if (!label) throw new Error(`Nothing is known of ${name}`)
  return label
}

const delivery = (): CodeDelivery => ({
  medium: 'EMAIL',
  destination: 'a***@e***',
  attribute: 'email',
})

/** A user has signed in, in another tab. Returns the device that this has made of the browser. */
async function storeSession(
  { people, backend, otherTab }: App,
  account: Account,
  isHosted: boolean,
  unfinished: Unfinished | undefined,
): Promise<NewDevice | undefined> {
  const { newDevice, rememberDevice, contacts, delivery } = unfinished ?? {}
  await people.confirm(account)
  if (rememberDevice) await people.registerDevice(account)
  await backend.trackDevices(newDevice ? 'the user' : 'no device')
  if (isHosted) {
    await otherTab.tokenStore.save(await people.hostedTokens(account))
    return undefined
  }
  const { tokens, newDevice: made } = await people.tokensOf(account)
  await otherTab.tokenStore.save(tokens)
  if (made) await people.confirmDeviceAhead(tokens, made)
  if (contacts && contacts.length > 0) await people.unverify(account)
  if (delivery) {
    await otherTab.userPool.sendAttributeCode(tokens, { attribute: 'email' }, unhurried())
  }
  return made
}

/** What that tab's reload has interrupted here. */
async function storeUnfinished(
  { backend, otherTab, screenStore }: App,
  { contacts, ...unfinished }: Unfinished,
  newDevice: NewDevice | undefined,
): Promise<void> {
  const tokens = await otherTab.tokenStore.load()
  if (!tokens) return
  const { userId, email = '' } = readTokens(tokens).user
  screenStore.write({
    route: 'signedIn',
    userId,
    unfinished: {
      ...unfinished,
      newDevice,
      contacts: contacts.map((contact) => ({ ...contact, value: email })),
      resendAt: unfinished.delivery ? backend.clock.now() + cooldownMs : 0,
    },
  })
}
