type Attributes = Record<string, string>
type Metadata = Record<string, string>

/** One challenge of a sign-in in progress, as the triggers of custom authentication see it. */
export interface ChallengeResult {
  challengeName: string
  challengeResult: boolean
  challengeMetadata?: string | undefined
}

/** What the define, create and verify triggers receive in common. */
interface CustomAuthRequest {
  userAttributes: Attributes
  /** True while the pool hides that the user does not exist. */
  userNotFound?: boolean | undefined
  clientMetadata?: Metadata | undefined
}

/** Source, request and response of each trigger, as AWS's documentation names them. */
interface TriggerShapes {
  preSignUp: {
    source: 'PreSignUp_SignUp' | 'PreSignUp_AdminCreateUser' | 'PreSignUp_ExternalProvider'
    request: {
      userAttributes: Attributes
      validationData?: Metadata | undefined
      clientMetadata?: Metadata | undefined
    }
    response: { autoConfirmUser: boolean; autoVerifyEmail: boolean; autoVerifyPhone: boolean }
  }
  postConfirmation: {
    source: 'PostConfirmation_ConfirmSignUp' | 'PostConfirmation_ConfirmForgotPassword'
    request: { userAttributes: Attributes; clientMetadata?: Metadata | undefined }
    response: object
  }
  preAuthentication: {
    source: 'PreAuthentication_Authentication'
    request: {
      userAttributes: Attributes
      validationData?: Metadata | undefined
      userNotFound?: boolean | undefined
    }
    response: object
  }
  postAuthentication: {
    source: 'PostAuthentication_Authentication'
    request: {
      userAttributes: Attributes
      newDeviceUsed: boolean
      clientMetadata?: Metadata | undefined
    }
    response: object
  }
  customMessage: {
    source:
      | 'CustomMessage_SignUp'
      | 'CustomMessage_AdminCreateUser'
      | 'CustomMessage_ResendCode'
      | 'CustomMessage_ForgotPassword'
      | 'CustomMessage_UpdateUserAttribute'
      | 'CustomMessage_VerifyUserAttribute'
      | 'CustomMessage_Authentication'
    request: {
      userAttributes: Attributes
      /** `{####}`: the placeholder for the code in a message. */
      codeParameter: string
      /** `{username}` if the message contains the user's name, else null. */
      usernameParameter: string | null
      clientMetadata?: Metadata | undefined
    }
    response: {
      smsMessage: string | null
      emailMessage: string | null
      emailSubject: string | null
    }
  }
  defineAuthChallenge: {
    source: 'DefineAuthChallenge_Authentication'
    request: CustomAuthRequest & { session: ChallengeResult[] }
    response: {
      challengeName: string | null
      issueTokens: boolean | null
      failAuthentication: boolean | null
    }
  }
  createAuthChallenge: {
    source: 'CreateAuthChallenge_Authentication'
    request: CustomAuthRequest & { challengeName: string; session: ChallengeResult[] }
    response: {
      publicChallengeParameters: Record<string, string> | null
      privateChallengeParameters: Record<string, string> | null
      challengeMetadata: string | null
    }
  }
  verifyAuthChallengeResponse: {
    source: 'VerifyAuthChallengeResponse_Authentication'
    request: CustomAuthRequest & {
      privateChallengeParameters: Record<string, string>
      challengeAnswer: string
    }
    response: { answerCorrect: boolean | null }
  }
  preTokenGeneration: {
    source:
      | 'TokenGeneration_Authentication'
      | 'TokenGeneration_NewPasswordChallenge'
      | 'TokenGeneration_AuthenticateDevice'
      | 'TokenGeneration_RefreshTokens'
      | 'TokenGeneration_HostedAuth'
    request: {
      userAttributes: Attributes
      groupConfiguration: GroupConfiguration
      clientMetadata?: Metadata | undefined
    }
    response: {
      claimsOverrideDetails: {
        claimsToAddOrOverride?: Record<string, string> | null | undefined
        claimsToSuppress?: string[] | null | undefined
        groupOverrideDetails?: Partial<GroupConfiguration> | null | undefined
      } | null
    }
  }
  userMigration: {
    source: 'UserMigration_Authentication' | 'UserMigration_ForgotPassword'
    request: {
      /** Only at sign-in. */
      password?: string | undefined
      validationData?: Metadata | undefined
      clientMetadata?: Metadata | undefined
    }
    response: {
      userAttributes: Attributes | null
      finalUserStatus: 'CONFIRMED' | 'RESET_REQUIRED' | null
      messageAction: 'SUPPRESS' | null
      desiredDeliveryMediums: ('EMAIL' | 'SMS')[] | null
      forceAliasCreation: boolean | null
    }
  }
}

interface GroupConfiguration {
  groupsToOverride: string[]
  iamRolesToOverride: string[]
  preferredRole: string | null
}

export type TriggerName = keyof TriggerShapes
export type TriggerSource<K extends TriggerName> = TriggerShapes[K]['source']
export type TriggerRequest<K extends TriggerName> = TriggerShapes[K]['request']

/** The event that a function receives, in AWS Lambda's own shape. */
export interface TriggerEvent<K extends TriggerName> {
  version: '1'
  triggerSource: TriggerSource<K>
  region: string
  userPoolId: string
  userName: string
  callerContext: { awsSdkVersion: string; clientId: string }
  request: TriggerRequest<K>
  response: TriggerShapes[K]['response']
}

/**
 * The functions of a pool's Lambda triggers. Each receives its own copy of the event. It returns
 * the event with `response` filled in, or changes it in place and returns nothing. If it throws,
 * the request is rejected.
 *
 * @example
 * const triggers: Triggers = {
 *   preSignUp: (event) => {
 *     event.response.autoConfirmUser = true
 *   },
 * }
 */
export type Triggers = {
  readonly [K in TriggerName]?:
    | ((
        event: TriggerEvent<K>,
        // biome-ignore lint/suspicious/noConfusingVoidType: a handler may return nothing.
      ) => TriggerEvent<K> | void | Promise<TriggerEvent<K> | void>)
    | undefined
}
