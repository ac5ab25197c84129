import { toFailure } from '../../errors/failure.ts'
import type { AccountCalls, MfaPreference, TokenSet } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import { readTokens } from '../../tokens/token-facts.ts'
import { DeviceNotFoundError, IncorrectPasswordError, InvalidAnswerError } from '../errors.ts'
import { toAttributes } from '../responses/attributes.ts'
import { deviceVerifier } from '../srp/device-verifier.ts'
import { readPages } from '../transport/read-pages.ts'
import type { CognitoCalls } from './cognito-calls.ts'
import type { PasskeyCalls } from './passkey-calls.ts'

/** Cognito returns at most 60 devices per page. */
const devicesPerPage = 60

/** The requests of a signed-in user. */
export function accountCalls({
  request,
  devices,
}: CognitoCalls): Omit<AccountCalls, keyof PasskeyCalls> {
  const grant = (tokens: Secret<TokenSet>) => ({ AccessToken: tokens.reveal().accessToken })

  const usernameOf = (tokens: Secret<TokenSet>) => readTokens(tokens).user.username

  const thisDevice = async (tokens: Secret<TokenSet>) =>
    (await devices.load(usernameOf(tokens)))?.reveal().key

  async function requireDevice(tokens: Secret<TokenSet>, key: string | undefined) {
    const found = key ?? (await thisDevice(tokens))
    if (found) return found
    throw new DeviceNotFoundError('This browser is not a device of the user')
  }

  return {
    getUser: (tokens, options) => request('GetUser', grant(tokens), options),

    updateAttributes: (tokens, { attributes, clientMetadata }, options) =>
      request(
        'UpdateUserAttributes',
        {
          ...grant(tokens),
          UserAttributes: toAttributes(attributes),
          ClientMetadata: clientMetadata,
        },
        options,
      ),

    deleteAttributes: (tokens, { names }, options) =>
      request('DeleteUserAttributes', { ...grant(tokens), UserAttributeNames: names }, options),

    async sendAttributeCode(tokens, { attribute, clientMetadata }, options) {
      const delivery = await request(
        'GetUserAttributeVerificationCode',
        { ...grant(tokens), AttributeName: attribute, ClientMetadata: clientMetadata },
        options,
      )
      if (!delivery) throw new InvalidAnswerError('The response does not say where the code went')
      return { ...delivery, attribute }
    },

    verifyAttribute: (tokens, { attribute, code }, options) =>
      request(
        'VerifyUserAttribute',
        { ...grant(tokens), AttributeName: attribute, Code: code.reveal() },
        options,
      ),

    async changePassword(tokens, { previousPassword, password }, options) {
      try {
        await request(
          'ChangePassword',
          {
            ...grant(tokens),
            PreviousPassword: previousPassword?.reveal(),
            ProposedPassword: password.reveal(),
          },
          options,
        )
      } catch (cause) {
        const { code, message } = toFailure(cause)
        if (code === 'incorrectCredentials') throw new IncorrectPasswordError(message, { cause })
        throw cause
      }
    },

    setMfaPreference: (tokens, { preference: { SMS, TOTP, EMAIL, PASSKEY } }, options) =>
      request(
        'SetUserMFAPreference',
        {
          ...grant(tokens),
          ...(SMS && { SMSMfaSettings: toSettings(SMS) }),
          ...(TOTP && { SoftwareTokenMfaSettings: toSettings(TOTP) }),
          ...(EMAIL && { EmailMfaSettings: toSettings(EMAIL) }),
          ...(PASSKEY && { WebAuthnMfaSettings: { Enabled: PASSKEY !== 'DISABLED' } }),
        },
        options,
      ),

    async listDevices(tokens, options) {
      const current = await thisDevice(tokens)
      const found = await readPages(
        (PaginationToken) =>
          request(
            'ListDevices',
            { ...grant(tokens), Limit: devicesPerPage, PaginationToken },
            options,
          ),
        options.signal,
      )
      return found.map((device) => ({ ...device, isCurrent: device.key === current }))
    },

    async confirmDevice(tokens, device, options) {
      const { password, salt, verifier } = await deviceVerifier(device)
      const answer = await request(
        'ConfirmDevice',
        {
          ...grant(tokens),
          DeviceKey: device.key,
          DeviceSecretVerifierConfig: { PasswordVerifier: verifier, Salt: salt },
        },
        options,
      )
      const { user, names } = readTokens(tokens)
      await devices.save(user.username, new Secret({ ...device, password }))
      await devices.link(user.username, names)
      return answer
    },

    async rememberDevice(tokens, { key }, options) {
      const DeviceKey = await requireDevice(tokens, key)
      const status = { DeviceKey, DeviceRememberedStatus: 'remembered' }
      await request('UpdateDeviceStatus', { ...grant(tokens), ...status }, options)
    },

    async forgetDevice(tokens, { key }, options) {
      const DeviceKey = await requireDevice(tokens, key)
      const isThisOne = DeviceKey === (await thisDevice(tokens))
      try {
        await request('ForgetDevice', { ...grant(tokens), DeviceKey }, options)
      } catch (error) {
        // Forgotten before, e.g. by a request whose response was lost.
        if (toFailure(error).code !== 'deviceNotFound') throw error
      }
      if (isThisOne) await devices.clear(usernameOf(tokens))
    },

    async deleteUser(tokens, options) {
      await request('DeleteUser', grant(tokens), options)
      // The user is deleted: a device that stays in the storage does no harm.
      await devices.clear(usernameOf(tokens)).catch(() => undefined)
    },
  }
}

const toSettings = (wanted: NonNullable<MfaPreference[keyof MfaPreference]>) => ({
  Enabled: wanted !== 'DISABLED',
  PreferredMfa: wanted === 'PREFERRED',
})
