import { toFailure } from '../../errors/failure.ts'
import type { ClientMetadata, RequestOptions } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import type { CognitoCalls } from '../calls/cognito-calls.ts'
import { DeviceRefusedError } from '../errors.ts'
import type { AuthResponse, ChallengeResponse } from '../responses/auth-response.ts'
import { SrpExchange } from '../srp/srp-exchange.ts'
import { isDeviceRejected } from './known-device.ts'

/** The user whose device proves itself, and the metadata of the sign-in. */
interface Proof {
  readonly username: string
  readonly clientMetadata: ClientMetadata | undefined
}

/**
 * Answers `DEVICE_SRP_AUTH` and `DEVICE_PASSWORD_VERIFIER`: a device that Cognito knows replaces the
 * second factor.
 *
 * @throws DeviceRefusedError when Cognito rejects the proof. The device is removed, so the next sign-in
 * does not name it.
 */
export function deviceProof({ config, request, clock, devices }: CognitoCalls) {
  const ClientId = config.userPoolClientId

  return async (
    { name, session, parameters }: ChallengeResponse,
    { username, clientMetadata: ClientMetadata }: Proof,
    options: RequestOptions,
  ): Promise<AuthResponse> => {
    const device = (await devices.load(username))?.reveal()
    if (!device) throw new DeviceRefusedError('Cognito requires a device that is not stored here')
    const mine = { USERNAME: username, DEVICE_KEY: parameters.DEVICE_KEY ?? device.key }
    const srp = new SrpExchange(device.groupKey)
    const respond = (ChallengeName: string, responses: object, Session: string | undefined) =>
      request(
        'RespondToAuthChallenge',
        {
          ClientId,
          ChallengeName,
          ChallengeResponses: { ...mine, ...responses },
          Session,
          ClientMetadata,
        },
        options,
      )
    try {
      const answer = await respond(name, { SRP_A: srp.largeA }, session)
      if (answer.kind !== 'challenge' || answer.name !== 'DEVICE_PASSWORD_VERIFIER') return answer
      const password = new Secret(device.password)
      const claim = await srp.prove(answer.parameters, device.key, password, clock.now())
      return await respond(answer.name, claim, answer.session)
    } catch (cause) {
      const rejections = ['incorrectCredentials', 'notAuthorized']
      if (!rejections.includes(toFailure(cause).code) && !isDeviceRejected(cause)) throw cause
      await devices.clear(username)
      throw new DeviceRefusedError('Cognito does not accept the proof of this device', { cause })
    }
  }
}
