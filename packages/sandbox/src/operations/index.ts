import type { Operation } from '../operation.ts'
import { adminAddUserToGroup } from './admin-add-user-to-group.ts'
import { adminConfirmSignUp } from './admin-confirm-sign-up.ts'
import { adminCreateUser } from './admin-create-user.ts'
import { adminDeleteUser } from './admin-delete-user.ts'
import { adminDeleteUserAttributes } from './admin-delete-user-attributes.ts'
import { adminDisableUser } from './admin-disable-user.ts'
import { adminEnableUser } from './admin-enable-user.ts'
import { adminForgetDevice } from './admin-forget-device.ts'
import { adminGetDevice } from './admin-get-device.ts'
import { adminGetUser } from './admin-get-user.ts'
import { adminGetUserAuthFactors } from './admin-get-user-auth-factors.ts'
import { adminInitiateAuth } from './admin-initiate-auth.ts'
import { adminListDevices } from './admin-list-devices.ts'
import { adminListGroupsForUser } from './admin-list-groups-for-user.ts'
import { adminRemoveUserFromGroup } from './admin-remove-user-from-group.ts'
import { adminResetUserPassword } from './admin-reset-user-password.ts'
import { adminRespondToAuthChallenge } from './admin-respond-to-auth-challenge.ts'
import { adminSetUserMfaPreference } from './admin-set-user-mfa-preference.ts'
import { adminSetUserPassword } from './admin-set-user-password.ts'
import { adminUpdateDeviceStatus } from './admin-update-device-status.ts'
import { adminUpdateUserAttributes } from './admin-update-user-attributes.ts'
import { adminUserGlobalSignOut } from './admin-user-global-sign-out.ts'
import { associateSoftwareToken } from './associate-software-token.ts'
import { changePassword } from './change-password.ts'
import { completeWebAuthnRegistration } from './complete-web-authn-registration.ts'
import { confirmDevice } from './confirm-device.ts'
import { confirmForgotPassword } from './confirm-forgot-password.ts'
import { confirmSignUp } from './confirm-sign-up.ts'
import { createGroup } from './create-group.ts'
import { deleteGroup } from './delete-group.ts'
import { deleteUser } from './delete-user.ts'
import { deleteUserAttributes } from './delete-user-attributes.ts'
import { deleteWebAuthnCredential } from './delete-web-authn-credential.ts'
import { describeUserPool } from './describe-user-pool.ts'
import { describeUserPoolClient } from './describe-user-pool-client.ts'
import { forgetDevice } from './forget-device.ts'
import { forgotPassword } from './forgot-password.ts'
import { getDevice } from './get-device.ts'
import { getGroup } from './get-group.ts'
import { getTokensFromRefreshToken } from './get-tokens-from-refresh-token.ts'
import { getUser } from './get-user.ts'
import { getUserAttributeVerificationCode } from './get-user-attribute-verification-code.ts'
import { getUserAuthFactors } from './get-user-auth-factors.ts'
import { getUserPoolMfaConfig } from './get-user-pool-mfa-config.ts'
import { globalSignOut } from './global-sign-out.ts'
import { initiateAuth } from './initiate-auth.ts'
import { listDevices } from './list-devices.ts'
import { listGroups } from './list-groups.ts'
import { listUsers } from './list-users.ts'
import { listUsersInGroup } from './list-users-in-group.ts'
import { listWebAuthnCredentials } from './list-web-authn-credentials.ts'
import { resendConfirmationCode } from './resend-confirmation-code.ts'
import { respondToAuthChallenge } from './respond-to-auth-challenge.ts'
import { revokeToken } from './revoke-token.ts'
import { setUserMfaPreference } from './set-user-mfa-preference.ts'
import { setUserPoolMfaConfig } from './set-user-pool-mfa-config.ts'
import { setUserSettings } from './set-user-settings.ts'
import { signUp } from './sign-up.ts'
import { startWebAuthnRegistration } from './start-web-authn-registration.ts'
import { updateDeviceStatus } from './update-device-status.ts'
import { updateUserAttributes } from './update-user-attributes.ts'
import { updateUserPool } from './update-user-pool.ts'
import { updateUserPoolClient } from './update-user-pool-client.ts'
import { verifySoftwareToken } from './verify-software-token.ts'
import { verifyUserAttribute } from './verify-user-attribute.ts'

type Operations = Readonly<Partial<Record<string, Operation>>>

/** Unsigned: every client may call them. */
export const publicOperations: Operations = {
  AssociateSoftwareToken: associateSoftwareToken,
  ChangePassword: changePassword,
  CompleteWebAuthnRegistration: completeWebAuthnRegistration,
  ConfirmDevice: confirmDevice,
  ConfirmForgotPassword: confirmForgotPassword,
  ConfirmSignUp: confirmSignUp,
  DeleteUser: deleteUser,
  DeleteUserAttributes: deleteUserAttributes,
  DeleteWebAuthnCredential: deleteWebAuthnCredential,
  ForgetDevice: forgetDevice,
  ForgotPassword: forgotPassword,
  GetDevice: getDevice,
  GetTokensFromRefreshToken: getTokensFromRefreshToken,
  GetUser: getUser,
  GetUserAttributeVerificationCode: getUserAttributeVerificationCode,
  GetUserAuthFactors: getUserAuthFactors,
  GlobalSignOut: globalSignOut,
  InitiateAuth: initiateAuth,
  ListDevices: listDevices,
  ListWebAuthnCredentials: listWebAuthnCredentials,
  ResendConfirmationCode: resendConfirmationCode,
  RespondToAuthChallenge: respondToAuthChallenge,
  RevokeToken: revokeToken,
  SetUserMFAPreference: setUserMfaPreference,
  SetUserSettings: setUserSettings,
  SignUp: signUp,
  StartWebAuthnRegistration: startWebAuthnRegistration,
  UpdateDeviceStatus: updateDeviceStatus,
  UpdateUserAttributes: updateUserAttributes,
  VerifySoftwareToken: verifySoftwareToken,
  VerifyUserAttribute: verifyUserAttribute,
}

/** For administrators, signed with AWS credentials. */
export const signedOperations: Operations = {
  AdminAddUserToGroup: adminAddUserToGroup,
  AdminConfirmSignUp: adminConfirmSignUp,
  AdminCreateUser: adminCreateUser,
  AdminDeleteUser: adminDeleteUser,
  AdminDeleteUserAttributes: adminDeleteUserAttributes,
  AdminDisableUser: adminDisableUser,
  AdminEnableUser: adminEnableUser,
  AdminForgetDevice: adminForgetDevice,
  AdminGetDevice: adminGetDevice,
  AdminGetUser: adminGetUser,
  AdminGetUserAuthFactors: adminGetUserAuthFactors,
  AdminInitiateAuth: adminInitiateAuth,
  AdminListDevices: adminListDevices,
  AdminListGroupsForUser: adminListGroupsForUser,
  AdminRemoveUserFromGroup: adminRemoveUserFromGroup,
  AdminResetUserPassword: adminResetUserPassword,
  AdminRespondToAuthChallenge: adminRespondToAuthChallenge,
  AdminSetUserMFAPreference: adminSetUserMfaPreference,
  AdminSetUserPassword: adminSetUserPassword,
  AdminUpdateDeviceStatus: adminUpdateDeviceStatus,
  AdminUpdateUserAttributes: adminUpdateUserAttributes,
  AdminUserGlobalSignOut: adminUserGlobalSignOut,
  CreateGroup: createGroup,
  DeleteGroup: deleteGroup,
  DescribeUserPool: describeUserPool,
  DescribeUserPoolClient: describeUserPoolClient,
  GetGroup: getGroup,
  GetUserPoolMfaConfig: getUserPoolMfaConfig,
  ListGroups: listGroups,
  ListUsers: listUsers,
  ListUsersInGroup: listUsersInGroup,
  SetUserPoolMfaConfig: setUserPoolMfaConfig,
  UpdateUserPool: updateUserPool,
  UpdateUserPoolClient: updateUserPoolClient,
}
