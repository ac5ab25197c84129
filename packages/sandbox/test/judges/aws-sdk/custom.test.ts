import {
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  InvalidLambdaResponseException,
  InvalidParameterException,
  NotAuthorizedException,
  UserLambdaValidationException,
} from '@aws-sdk/client-cognito-identity-provider'
import { beforeEach, describe, expect, test } from 'vitest'
import { sums } from '../support/custom-challenge.ts'
import { useJudgedSandbox } from '../support/judged-sandbox.ts'
import { createSdkClient, expectException } from '../support/sdk-client.ts'
import { sdkSignIn, tokensOf } from '../support/sdk-sign-in.ts'
import { administrator } from '../support/users.ts'

function useCustom(options: Parameters<typeof useJudgedSandbox>[0]) {
  const judged = useJudgedSandbox(options)
  const { userPoolClientId: ClientId } = judged.sandbox.config
  let client: CognitoIdentityProviderClient
  let USERNAME: string
  beforeEach(async () => {
    client = createSdkClient(judged.config)
    USERNAME = await administrator(judged).confirmed()
  })
  const begin = () =>
    client.send(
      new InitiateAuthCommand({ ClientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME } }),
    )
  const answer = (Session: string | undefined, ANSWER: string) =>
    sdkSignIn(judged).respond('CUSTOM_CHALLENGE', Session, USERNAME, { ANSWER })
  return { begin, answer }
}

describe('CUSTOM_AUTH', () => {
  const { begin, answer } = useCustom({ triggers: sums })

  test('a wrong answer, then a right one', async () => {
    const first = await begin()
    expect(first).toMatchObject({
      ChallengeName: 'CUSTOM_CHALLENGE',
      ChallengeParameters: { question: '1 + 1' },
    })
    const second = await answer(first.Session, '3')
    expect(second.ChallengeParameters).toMatchObject({ question: '2 + 1' })
    tokensOf(await answer(second.Session, '3'))
    await expectException(
      answer(first.Session, '2'),
      NotAuthorizedException,
      'Invalid session for the user, session can only be used once.',
    )
  })
})

describe('CUSTOM_AUTH without triggers', () => {
  const { begin } = useCustom({})

  test('is not configured', () =>
    expectException(
      begin(),
      InvalidParameterException,
      'Custom auth lambda trigger is not configured for the user pool.',
    ))
})

describe('CUSTOM_AUTH with a trigger that fails', () => {
  const { begin } = useCustom({
    triggers: {
      defineAuthChallenge: () => {
        throw new Error('No.')
      },
    },
  })

  test('is rejected with the message of the trigger', () =>
    expectException(
      begin(),
      UserLambdaValidationException,
      'DefineAuthChallenge failed with error No..',
    ))
})

describe('CUSTOM_AUTH with a trigger that decides nothing', () => {
  const { begin } = useCustom({ triggers: { defineAuthChallenge: () => {} } })

  test('is rejected', () =>
    expectException(begin(), InvalidLambdaResponseException, 'Unrecognizable lambda output'))
})
