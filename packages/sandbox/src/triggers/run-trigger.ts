import { CognitoError } from '../errors.ts'
import { isRecord, readInput } from '../input/reader.ts'
import type { OperationContext } from '../operation.ts'
import type { User } from '../pool/users/user.ts'
import type { TriggerEvent, TriggerName, TriggerRequest, TriggerSource } from './trigger-events.ts'
import { emptyResponses, responseReaders, type TriggerResponse } from './trigger-responses.ts'

const limitMs = 5000

/**
 * Runs the pool's function for a trigger, with the metadata of the request. Returns undefined if
 * there is no function.
 *
 * @throws CognitoError if the function throws, takes too long or returns something else than its
 * event.
 */
export async function runTrigger<K extends TriggerName>(
  context: OperationContext,
  name: K,
  triggerSource: TriggerSource<K>,
  { username }: Pick<User, 'username'>,
  request: TriggerRequest<K>,
): Promise<TriggerResponse<K> | undefined> {
  const { state, triggers } = context
  const trigger = triggers[name]
  if (!trigger) return undefined
  const event: TriggerEvent<K> = structuredClone({
    version: '1',
    triggerSource,
    region: state.region,
    userPoolId: state.userPoolId,
    userName: username,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: state.clientId },
    request: { ...request, ...metadata(context, name) },
    response: emptyResponses[name],
  })
  const label = name.charAt(0).toUpperCase() + name.slice(1)
  const output = await within(label, async () => (await trigger(event)) ?? event)
  return readResponse(name, output)
}

/** Which triggers receive the validation data of a request, and which its client metadata. */
function metadata({ validationData, clientMetadata }: OperationContext, name: TriggerName) {
  const isValidated = ['preSignUp', 'preAuthentication', 'userMigration'].includes(name)
  return {
    ...(validationData && isValidated && { validationData }),
    ...(clientMetadata && name !== 'preAuthentication' && { clientMetadata }),
  }
}

async function within(label: string, call: () => Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tookTooLong(label)), limitMs)
  })
  try {
    return await Promise.race([call().catch((error) => Promise.reject(failed(label, error))), late])
  } finally {
    clearTimeout(timer)
  }
}

const failed = (label: string, error: unknown) =>
  new CognitoError(
    'UserLambdaValidationException',
    `${label} failed with error ${error instanceof Error ? error.message : String(error)}.`,
  )

const tookTooLong = (label: string) =>
  new CognitoError(
    'UnexpectedLambdaException',
    `${label} invocation failed due to error Socket timeout while invoking Lambda function.`,
  )

function readResponse<K extends TriggerName>(name: K, output: unknown): TriggerResponse<K> {
  try {
    return readInput(responseReaders[name], isRecord(output) ? output.response : undefined)
  } catch {
    throw new CognitoError('InvalidLambdaResponseException', 'Unrecognizable lambda output')
  }
}
