import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderServiceException,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import type { SandboxConfig } from '../../../src/index.ts'

/** AWS's own client, with credentials that are not checked. */
export function createSdkClient({ endpoint, region }: Pick<SandboxConfig, 'endpoint' | 'region'>) {
  return new CognitoIdentityProviderClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
}

type ExceptionClass = abstract new (...args: never[]) => CognitoIdentityProviderServiceException

/** Expects the SDK's own class of exception, with this very message. */
export async function expectException(
  answer: Promise<unknown>,
  exception: ExceptionClass,
  message: string,
): Promise<void> {
  const error = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(exception)
  expect(error).toMatchObject({ message, $metadata: { httpStatusCode: 400 } })
}
