import { invalidParameter } from '../errors.ts'
import { userPoolId } from '../input/members.ts'
import { readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { describeMfaConfig } from '../pool/mfa/describe-mfa-config.ts'
import { mfaMembers } from '../pool/mfa/mfa-members.ts'
import { requireUserPool } from '../pool/options/client.ts'
import { mergePoolOptions } from '../pool/options/patch-pool-options.ts'

const input = structure({ UserPoolId: userPoolId, ...mfaMembers })

const noMethods = {
  SmsMfaConfiguration: null,
  SoftwareTokenMfaConfiguration: { Enabled: false },
  EmailMfaConfiguration: null,
}

/** Omitted methods are switched off, as by the service. */
export const setUserPoolMfaConfig: Operation = ({ state }, request) => {
  const { UserPoolId, ...patch } = readInput(input, request)
  requireUserPool(state, UserPoolId)
  const { MfaConfiguration, SmsMfaConfiguration, SoftwareTokenMfaConfiguration } = patch
  if (
    MfaConfiguration === 'OFF' &&
    (SmsMfaConfiguration || SoftwareTokenMfaConfiguration?.Enabled)
  ) {
    throw invalidParameter(
      "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
    )
  }
  state.options = mergePoolOptions({ ...state.options, ...noMethods }, patch)
  return describeMfaConfig(state.options)
}
