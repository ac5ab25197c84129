import {
  AdminAddUserToGroupCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  CreateGroupCommand,
  DeleteUserAttributesCommand,
  DeleteUserCommand,
  GetUserAttributeVerificationCodeCommand,
  GetUserCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { otherThan } from '../support/authenticator-app.ts'
import { type Clauses, expectDifference, outcomeOf, type Subject } from './subject.ts'
import { confirmedUser, signIn, tokensOf } from './users.ts'

async function signedIn(subject: Subject) {
  const Username = await confirmedUser(subject)
  return { Username, ...tokensOf(await signIn(subject, Username)) }
}

async function attributesOf({ client }: Subject, AccessToken: string) {
  const { UserAttributes = [] } = await client.send(new GetUserCommand({ AccessToken }))
  return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]))
}

const update = ({ client }: Subject, AccessToken: string, Name: string, Value: string) =>
  client.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes: [{ Name, Value }] }))

const claims = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

export const attributeClauses: Clauses = {
  'has verified the address of a confirmed sign-up': async (subject) => {
    const { AccessToken } = await signedIn(subject)
    const { email_verified } = await attributesOf(subject, AccessToken)
    expectDifference(subject, 'verifiedBySignUp', email_verified)
  },

  'changes and deletes attributes': async (subject) => {
    const { Username, AccessToken } = await signedIn(subject)
    const { CodeDeliveryDetailsList } = await update(subject, AccessToken, 'given_name', 'Jäne')
    expect(CodeDeliveryDetailsList).toEqual([])
    expect(await attributesOf(subject, AccessToken)).toMatchObject({
      given_name: 'Jäne',
      email: Username,
    })
    await subject.client.send(
      new DeleteUserAttributesCommand({ AccessToken, UserAttributeNames: ['given_name'] }),
    )
    expect(await attributesOf(subject, AccessToken)).not.toHaveProperty('given_name')
  },

  'rejects attributes that do not exist or must not be written': async (subject) => {
    const { AccessToken } = await signedIn(subject)
    expectDifference(
      subject,
      'unknownAttribute',
      await outcomeOf(update(subject, AccessToken, 'custom:unknown', 'x')),
    )
    expectDifference(
      subject,
      'verifiedByOneself',
      await outcomeOf(update(subject, AccessToken, 'email_verified', 'true')),
    )
  },

  'verifies a new address with the code sent to it': async (subject) => {
    const { client } = subject
    const { Username, AccessToken } = await signedIn(subject)
    const next = `new.${Username}`
    const { CodeDeliveryDetailsList } = await update(subject, AccessToken, 'email', next)
    expect(CodeDeliveryDetailsList).toMatchObject([
      { AttributeName: 'email', DeliveryMedium: 'EMAIL' },
    ])
    expect(await attributesOf(subject, AccessToken)).toMatchObject({
      email: next,
      email_verified: 'false',
    })
    const { CodeDeliveryDetails } = await client.send(
      new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName: 'email' }),
    )
    expectDifference(subject, 'attributeCodeDelivery', CodeDeliveryDetails)
    const code = await subject.codeFor(next)
    const verify = (Code: string) =>
      client.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName: 'email', Code }))
    expectDifference(subject, 'wrongCode', await outcomeOf(verify(otherThan(code))))
    await verify(code)
    expect(await attributesOf(subject, AccessToken)).toMatchObject({
      email: next,
      email_verified: 'true',
    })
    expectDifference(subject, 'attributeCodeTwice', await outcomeOf(verify(code)))
  },

  'puts groups into tokens': async (subject) => {
    const { client, UserPoolId } = subject
    const GroupName = 'editors'
    const email = await confirmedUser(subject)
    const user = new AdminGetUserCommand({ UserPoolId, Username: email })
    const { Username } = await client.send(user)
    const groups = async () =>
      claims(tokensOf(await signIn(subject, email)).AccessToken)['cognito:groups']
    await client.send(new CreateGroupCommand({ UserPoolId, GroupName }))
    const member = { UserPoolId, GroupName, Username }
    await client.send(new AdminAddUserToGroupCommand(member))
    const { Groups } = await client.send(
      new AdminListGroupsForUserCommand({ UserPoolId, Username }),
    )
    expect(Groups).toMatchObject([{ GroupName }])
    expect(await groups()).toEqual([GroupName])
    await client.send(new AdminRemoveUserFromGroupCommand(member))
    expect(await groups()).toBeUndefined()
  },

  'deletes an account': async (subject) => {
    const { client } = subject
    const { Username, AccessToken } = await signedIn(subject)
    await client.send(new DeleteUserCommand({ AccessToken }))
    expectDifference(
      subject,
      'deletedUser',
      await outcomeOf(client.send(new GetUserCommand({ AccessToken }))),
    )
    expectDifference(subject, 'unknownUser', await outcomeOf(signIn(subject, Username)))
  },
}
