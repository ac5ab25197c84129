import type { Task } from '../support/stock/authchart.ts'
import { expect, test } from '../support/test.ts'
import { openTwoTabs } from '../support/two-tabs.ts'

/** By the operation that each would send. */
const tasks: readonly Task[] = [
  'ChangePassword',
  'UpdateUserAttributes',
  'DeleteUserAttributes',
  'GetUserAttributeVerificationCode',
  'SetUserMFAPreference',
  'AssociateSoftwareToken',
  'UpdateDeviceStatus',
  'ForgetDevice',
  'DeleteUser',
  'GlobalSignOut',
  'GetUser',
  'ListDevices',
]

for (const name of tasks) {
  test(`${name} is not sent for another user who signs in in another tab meanwhile`, async ({
    context,
    cognito,
    member,
    canary,
  }) => {
    const { first, sent, switchUsers } = await openTwoTabs(context, cognito, member, canary)
    await first.evaluate(([name, person]) => window.bareAuth.task(name, person), [
      name,
      member,
    ] as const)
    await switchUsers()
    expect(sent).not.toContain(name)
  })
}
