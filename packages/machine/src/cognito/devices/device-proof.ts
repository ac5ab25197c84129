import { toFailure } from '../../errors/failure.ts'
import type { ClientMetadata, RequestOptions } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import type { CognitoCalls } from '../calls/cognito-calls.ts'
import { DeviceRefusedError } from '../errors.ts'
import type { AuthAnswer, ChallengeAnswered } from '../responses/answers.ts'
import { loadSrp } from '../srp/load-srp.ts'
import { isDeviceRejected } from './known-device.ts'

/** Whose proof it is, and what goes along with it. */
interface Proof {
  readonly username: string
  readonly clientMetadata: ClientMetadata | undefined
}

/**
 * Answers `DEVICE_SRP_AUTH` and `DEVICE_PASSWORD_VERIFIER`: a device that Cognito knows proves itself,
 * in place of a second factor.
 *
 * @throws DeviceRefusedError when it cannot; it is forgotten then, and the next sign-in goes without.
 */
export function deviceProof({ config, request, clock, devices }: CognitoCalls) {
  const ClientId = config.userPoolClientId

  return async (
    { name, session, parameters }: ChallengeAnswered,
    { username, clientMetadata: ClientMetadata }: Proof,
    options: RequestOptions,
  ): Promise<AuthAnswer> => {
    const device = (await devices.load(username))?.reveal()
    if (!device) throw new DeviceRefusedError('Cognito asks for a device that is not known here')
    const mine = { USERNAME: username, DEVICE_KEY: parameters.DEVICE_KEY ?? device.key }
    const { SrpExchange } = await loadSrp()
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
      const claim = srp.prove(answer.parameters, device.key, password, clock.now())
      return await respond(answer.name, claim, answer.session)
    } catch (cause) {
      const rejections = ['incorrectCredentials', 'notAuthorized']
      if (!rejections.includes(toFailure(cause).code) && !isDeviceRejected(cause)) throw cause
      await devices.clear(username)
      throw new DeviceRefusedError('Cognito does not accept the proof of this device', { cause })
    }
  }
}
