import type {
  AuthPorts,
  Challenge,
  NewDevice,
  SessionTokens,
  SignInOutcome,
  TokenSet,
} from '@authchart/machine'
import { Secret } from '@authchart/machine'
import type { ChallengeLabel } from '../../src/catalogue/challenges.ts'
import { person } from '../../src/catalogue/person.ts'
import type { Backend } from './backend.ts'
import { type FirstChallenge, factorFor, isFirstChallenge } from './first-factors.ts'
import type { PagePasskeys } from './page-passkeys.ts'
import { totpAt } from './totp.ts'
import { isWanted, wantedChallenges } from './wanted.ts'

/** A user who can sign in. */
export interface Account {
  readonly username: string
  readonly password: string
}

export type People = ReturnType<typeof createTestUsers>

const unhurried = () => ({ signal: new AbortController().signal })

/**
 * The users of a walk, made and changed by an administrator, or by themselves in another tab: over
 * the same storage, and with nothing in its way.
 */
export function createTestUsers(backend: Backend, otherTab: AuthPorts, passkeys: PagePasskeys) {
  const { userPool } = otherTab
  const appSecrets = new Map<string, string>()
  const early = new Set<string>()
  /** By user name. */
  const withoutPassword = new Set<string>()
  const withPasskey = new Set<string>()
  let otherUserTokens: Secret<TokenSet> | undefined
  let visitor: Account = { username: '', password: '' }
  let number = 0

  const freshEmail = () => `ada.${++number}@example.com`
  const freshPhone = () => `+4915112${String(++number).padStart(6, '0')}`
  const fresh = (): Account => ({ username: freshEmail(), password: person.password })

  const attributes = (given: Readonly<Record<string, string>>) =>
    Object.entries(given).map(([Name, Value]) => ({ Name, Value }))

  const verified = () => ({
    email_verified: 'true',
    phone_number: freshPhone(),
    phone_number_verified: 'true',
  })

  const update = (Username: string, given: Readonly<Record<string, string>>) =>
    backend.admin('AdminUpdateUserAttributes', { Username, UserAttributes: attributes(given) })

  /** The user exists, is confirmed, can be reached and has this password. */
  async function confirm({ username: Username, password: Password }: Account): Promise<void> {
    const isKnown = await backend.admin('AdminGetUser', { Username })
    if (isKnown) await update(Username, verified())
    else {
      await backend.admin('AdminCreateUser', {
        Username,
        MessageAction: 'SUPPRESS',
        TemporaryPassword: Password,
        UserAttributes: attributes({ email: Username, name: 'Ada', ...verified() }),
      })
    }
    await setPassword({ username: Username, password: Password })
  }

  async function setPassword({ username: Username, password: Password }: Account): Promise<void> {
    await backend.admin('AdminSetUserPassword', { Username, Password, Permanent: true })
    withoutPassword.delete(Username)
  }

  /** The user is made anew: confirmed, with no passkey and no second factor. */
  async function remake(account: Account, has: 'a password' | 'no password'): Promise<void> {
    const { username: Username } = account
    await backend.admin('AdminDeleteUser', { Username })
    withPasskey.delete(Username)
    if (has === 'a password') return confirm(account)
    withoutPassword.add(Username)
    await backend.admin('AdminCreateUser', {
      Username,
      MessageAction: 'SUPPRESS',
      UserAttributes: attributes({ email: Username, name: 'Ada', ...verified() }),
    })
  }

  async function prepareStart({ username, password }: Account) {
    return userPool.signIn(
      { username, password: new Secret(password), authFlowType: 'USER_PASSWORD_AUTH' },
      unhurried(),
    )
  }

  async function tokensOf(account: Account) {
    if (withoutPassword.has(account.username)) await setPassword(account)
    await backend.want({ challenge: null })
    const outcome = await prepareStart(account)
    if (outcome.kind !== 'tokens') throw new Error('The sandbox gives no tokens')
    return outcome
  }

  /** A user with an authenticator app can give its codes. */
  async function registerApp(account: Account): Promise<void> {
    await backend.trackDevices('no device')
    const { tokens } = await tokensOf(account)
    const { secret } = await userPool.associateSoftwareToken(tokens, unhurried())
    const code = await totpAt(secret.reveal(), backend.clock.now())
    const input = { code: new Secret(code), deviceName: 'Phone' }
    await userPool.verifySoftwareToken(tokens, input, unhurried())
    appSecrets.set(account.username, secret.reveal())
    // No code is good twice.
    await backend.advance(90_000)
  }

  async function confirmed(): Promise<Account> {
    const account = fresh()
    await confirm(account)
    return account
  }

  return {
    fresh,
    freshEmail,
    freshPhone,
    confirm,
    confirmed,
    update,
    verified,

    /** The user has signed up and has not confirmed it; one who had is made anew. */
    async signUpUnconfirmed({ username, password }: Account): Promise<void> {
      await backend.admin('AdminDeleteUser', { Username: username })
      const input = { username, password: new Secret(password), attributes: { email: username } }
      await userPool.signUp(input, unhurried())
    },

    /** The user has signed up without a password. */
    hasNoPassword: ({ username }: Account) => withoutPassword.has(username),
    signedUpWithout(account: Account): void {
      withoutPassword.add(account.username)
    },
    setsPassword(account: Account): void {
      withoutPassword.delete(account.username)
    },

    /**
     * Makes the user, who is made anew, one for whom USER_AUTH begins so. `without`: a factor that cannot be
     * chosen.
     */
    async prepareFirst(
      challenge: FirstChallenge,
      account: Account,
      without?: string,
    ): Promise<void> {
      await backend.allowUserAuth()
      await backend.allowFactors(without)
      await remake(account, challenge === 'SELECT_CHALLENGE' ? 'no password' : 'a password')
      if (challenge === 'WEB_AUTHN') await this.registerPasskey(account)
    },

    /** Can sign in by a factor as well, in the middle of another sign-in. */
    async addFirst(challenge: FirstChallenge, account: Account): Promise<void> {
      const { username: Username } = account
      const off = { Enabled: false }
      await backend.allowUserAuth()
      await backend.allowFactors()
      await confirm(account)
      // A user with a second factor has no first one but the password.
      await backend.admin('AdminSetUserMFAPreference', {
        Username,
        SMSMfaSettings: off,
        SoftwareTokenMfaSettings: off,
        EmailMfaSettings: off,
      })
      if (challenge === 'WEB_AUTHN') await this.registerPasskey(account)
    },

    /** Cognito offers a passkey to a user who has none. */
    async removePasskeys(account: Account): Promise<void> {
      if (withPasskey.has(account.username)) await remake(account, 'a password')
    },

    /** The user has forgotten the password, and has been sent a code for another one. */
    async forget(account: Account): Promise<void> {
      await confirm(account)
      await userPool.forgotPassword({ username: account.username }, unhurried())
    },

    /** An administrator wants another password, and has sent a code for it. */
    async forceReset(account: Account): Promise<void> {
      await confirm(account)
      await backend.admin('AdminResetUserPassword', { Username: account.username })
    },

    /** None of the user's contacts is verified. `isNew`: nor are they those that a code was sent to. */
    async unverify({ username, password }: Account, isNew = false): Promise<Account> {
      const email = isNew ? freshEmail() : username
      await update(username, {
        email,
        email_verified: 'false',
        phone_number: freshPhone(),
        phone_number_verified: 'false',
      })
      return { username: email, password }
    },

    tokensOf,

    /** Tokens of another user, who signs in in other tabs. */
    async othersTokens(): Promise<Secret<TokenSet>> {
      if (!otherUserTokens) {
        await backend.trackDevices('no device')
        otherUserTokens = (await tokensOf(await confirmed())).tokens
      }
      return otherUserTokens
    },

    /** What the user's authenticator app shows; a secret that is given is added to the app. */
    async appCode(username: string, added?: string): Promise<string> {
      if (added !== undefined) appSecrets.set(username, added)
      const secret = appSecrets.get(username)
      return secret === undefined ? '000000' : totpAt(secret, backend.clock.now())
    },

    /** Has the sandbox ask a challenge of the catalogue, which this user can answer. */
    async prepareChallenge(label: string, account: Account): Promise<void> {
      if (!isWanted(label)) throw new Error(`The sandbox cannot ask ${label}`)
      if (label === 'SOFTWARE_TOKEN_MFA') await registerApp(account)
      await backend.want(wantedChallenges[label])
    },

    /** A sign-in in progress, at a challenge. */
    async challenged(account: Account, label: ChallengeLabel): Promise<Challenge> {
      const outcome = isFirstChallenge(label)
        ? await this.begun(account, label)
        : await this.continued(account, label)
      if (outcome.kind !== 'challenge') throw new Error('The sandbox asks nothing')
      return outcome
    },

    async continued(account: Account, label: ChallengeLabel): Promise<SignInOutcome> {
      await confirm(account)
      await this.prepareChallenge(label, account)
      return prepareStart(account)
    },

    async begun(account: Account, label: FirstChallenge): Promise<SignInOutcome> {
      await this.prepareFirst(label, account)
      const { username } = account
      return userPool.signIn({ username, factor: factorFor[label] }, unhurried())
    },

    /** The same with an authenticator app that is set up, but not yet a factor in Cognito. */
    async verifiedApp(account: Account): Promise<Challenge> {
      const request = await this.challenged(account, 'MFA_SETUP of TOTP')
      const { secret, challenge = request } = await userPool.associateSoftwareToken(
        request,
        unhurried(),
      )
      const code = new Secret(await totpAt(secret.reveal(), backend.clock.now()))
      const next = await userPool.verifySoftwareToken(challenge, { code }, unhurried())
      return next ?? challenge
    },

    /** A session of the hosted UI. */
    async hostedTokens(account: Account): Promise<SessionTokens> {
      const { hostedUi } = otherTab
      visitor = account
      const answer = await hostedUi?.open({}, unhurried())
      const redirected = answer && (await hostedUi?.complete(answer, unhurried()))
      if (!redirected) throw new Error('The hosted UI does not lead back')
      return redirected.tokens
    },

    /** The user who goes to the hosted UI from another tab. */
    get visitor() {
      return visitor
    },

    /**
     * Registers a new device before the app does: Cognito rejects a refresh of tokens that are bound
     * to one it does not have.
     */
    async confirmDeviceAhead(tokens: Secret<TokenSet>, device: NewDevice): Promise<void> {
      if (early.has(device.key)) return
      await userPool.confirmDevice(tokens, device, unhurried())
      early.add(device.key)
    },

    /** Takes that back, so that the app can. */
    async forgetDeviceConfirmation(Username: string, DeviceKey: string): Promise<void> {
      if (early.delete(DeviceKey)) await backend.admin('AdminForgetDevice', { Username, DeviceKey })
    },

    /** Creates a passkey of the user, and returns its id. */
    async registerPasskey(account: Account): Promise<string> {
      await backend.trackDevices('no device')
      const { tokens } = await tokensOf(account)
      const { request } = await userPool.startPasskeyRegistration(tokens, unhurried())
      const credential = await passkeys.create(request)
      await userPool.completePasskeyRegistration(tokens, { credential }, unhurried())
      withPasskey.add(account.username)
      return JSON.parse(credential.reveal()).id
    },

    /** Makes this browser a device of the user, by a sign-in of its own. */
    async registerDevice(account: Account): Promise<void> {
      await backend.trackDevices('the user')
      const { tokens, newDevice, isDeviceTracked } = await tokensOf(account)
      if (newDevice) await userPool.confirmDevice(tokens, newDevice, unhurried())
      // One that the browser has already is found by any name of its user.
      else if (!isDeviceTracked) throw new Error('The sandbox makes nothing a device')
    },
  }
}
