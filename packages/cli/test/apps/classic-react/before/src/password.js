import { Auth } from 'aws-amplify'

export async function changePassword(former, next) {
  const user = await Auth.currentAuthenticatedUser()
  await Auth.changePassword(user, former, next)
}

export function forgotPassword(username) {
  return Auth.forgotPassword(username)
}
