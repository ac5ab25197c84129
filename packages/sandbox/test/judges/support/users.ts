import {
  AdminCreateUserCommand,
  AdminSetUserMFAPreferenceCommand,
  type AdminSetUserMFAPreferenceCommandInput,
  AdminSetUserPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { type JudgedSandbox, password } from './judged-sandbox.ts'
import { createSdkClient } from './sdk-client.ts'

type Attributes = Readonly<Record<string, string>>

export const phone = { phone_number: '+4915112345678', phone_number_verified: 'true' }

const toList = (attributes: Attributes) =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))

/** Makes users of a judged sandbox as its administrator does, with the AWS SDK. */
export function administrator(judged: JudgedSandbox) {
  const UserPoolId = judged.sandbox.config.userPoolId
  const client = () => createSdkClient(judged.config)

  /** Invited: must change the password, which is the temporary one. */
  const invited = async (attributes: Attributes = {}): Promise<string> => {
    const email = judged.newEmail()
    await client().send(
      new AdminCreateUserCommand({
        UserPoolId,
        Username: email,
        TemporaryPassword: password,
        MessageAction: 'SUPPRESS',
        UserAttributes: toList({ email, email_verified: 'true', ...attributes }),
      }),
    )
    return email
  }

  const confirmed = async (attributes?: Attributes): Promise<string> => {
    const Username = await invited(attributes)
    await client().send(
      new AdminSetUserPasswordCommand({
        UserPoolId,
        Username,
        Password: password,
        Permanent: true,
      }),
    )
    return Username
  }

  /** Turns on second factors that need no setup. */
  const setMfa = async (
    Username: string,
    settings: Omit<AdminSetUserMFAPreferenceCommandInput, 'UserPoolId' | 'Username'>,
  ): Promise<void> => {
    await client().send(new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username, ...settings }))
  }

  return { client, invited, confirmed, setMfa }
}
