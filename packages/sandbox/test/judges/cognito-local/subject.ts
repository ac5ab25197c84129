import {
  type CognitoIdentityProviderClient,
  CognitoIdentityProviderServiceException,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  SetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, expect } from 'vitest'
import { nextCode } from '../support/authenticator-app.ts'
import { useJudgedSandbox } from '../support/judged-sandbox.ts'
import { createSdkClient } from '../support/sdk-client.ts'
import { differences } from './differences.ts'
import { type CognitoLocal, fixedCode, startCognitoLocal } from './start-cognito-local.ts'

export type Implementation = 'sandbox' | 'cognito-local'

/** One of the two, as the contract sees it: AWS's client, and where codes come from. */
export interface Subject {
  readonly name: Implementation
  readonly client: CognitoIdentityProviderClient
  readonly UserPoolId: string
  readonly ClientId: string
  newEmail(): string
  /** The code sent last to this address. */
  codeFor(address: string): Promise<string>
  /** A code of an authenticator app that was not used before. */
  appCode(secret: string): string
}

export type Clauses = Readonly<Record<string, (subject: Subject) => Promise<void>>>

type Found = Omit<Subject, 'name' | 'newEmail'>

const options = {
  AutoVerifiedAttributes: ['email'],
  UsernameAttributes: ['email'],
} as const
const factors = { SmsMfaConfiguration: {}, SoftwareTokenMfaConfiguration: { Enabled: true } }

function useSandbox(): () => Promise<Found> {
  const judged = useJudgedSandbox({
    pool: { MfaConfiguration: 'OPTIONAL', ...options, ...factors },
  })
  return async () => ({
    client: createSdkClient(judged.config),
    UserPoolId: judged.sandbox.config.userPoolId,
    ClientId: judged.sandbox.config.userPoolClientId,
    codeFor: judged.codeFor,
    appCode: (secret) => nextCode(secret, judged.sandbox.clock),
  })
}

function useCognitoLocal(): () => Promise<Found> {
  let server: CognitoLocal | undefined
  afterAll(() => server?.close())
  return async () => {
    server = await startCognitoLocal()
    const client = createSdkClient({ endpoint: server.endpoint, region: 'local' })
    const { UserPool } = await client.send(
      new CreateUserPoolCommand({
        PoolName: 'contract',
        AutoVerifiedAttributes: [...options.AutoVerifiedAttributes],
        UsernameAttributes: [...options.UsernameAttributes],
      }),
    )
    const UserPoolId = UserPool?.Id ?? ''
    await client.send(
      new SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration: 'OPTIONAL', ...factors }),
    )
    const { UserPoolClient } = await client.send(
      new CreateUserPoolClientCommand({
        UserPoolId,
        ClientName: 'contract',
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        PreventUserExistenceErrors: 'ENABLED',
      }),
    )
    return {
      client,
      UserPoolId,
      ClientId: UserPoolClient?.ClientId ?? '',
      codeFor: async () => fixedCode,
      appCode: (secret) => generateSync({ secret }),
    }
  }
}

/** One implementation, running for the tests of a `describe`. */
export function useSubject(name: Implementation): () => Subject {
  const start = name === 'sandbox' ? useSandbox() : useCognitoLocal()
  let subject: Subject | undefined
  let users = 0
  beforeAll(async () => {
    const newEmail = () => {
      users += 1
      return `user${users}@example.com`
    }
    subject = { name, newEmail, ...(await start()) }
  }, 30_000)
  return () => {
    if (!subject) throw new Error('It runs from the start of the tests.')
    return subject
  }
}

/** The result of a request: `answered`, or the rejection. */
export async function outcomeOf(answer: Promise<unknown>): Promise<unknown> {
  try {
    await answer
    return 'answered'
  } catch (error) {
    if (!(error instanceof CognitoIdentityProviderServiceException)) throw error
    const { name, message } = error
    return { name, message }
  }
}

/** Expects what the table of differences has for this implementation. */
export function expectDifference(
  { name }: Subject,
  difference: keyof typeof differences,
  found: unknown,
): void {
  const { what, [name]: expected } = differences[difference]
  expect(found, what).toEqual(expected)
}
