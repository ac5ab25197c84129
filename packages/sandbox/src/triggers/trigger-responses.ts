import {
  flag,
  listOf,
  mapOf,
  oneOf,
  optional,
  type Reader,
  structure,
  text,
} from '../input/reader.ts'
import type { TriggerEvent, TriggerName } from './trigger-events.ts'

/** The empty response in the event of each trigger. */
export const emptyResponses: { readonly [K in TriggerName]: TriggerEvent<K>['response'] } = {
  preSignUp: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  postConfirmation: {},
  preAuthentication: {},
  postAuthentication: {},
  customMessage: { smsMessage: null, emailMessage: null, emailSubject: null },
  defineAuthChallenge: { challengeName: null, issueTokens: null, failAuthentication: null },
  createAuthChallenge: {
    publicChallengeParameters: null,
    privateChallengeParameters: null,
    challengeMetadata: null,
  },
  verifyAuthChallengeResponse: { answerCorrect: null },
  preTokenGeneration: { claimsOverrideDetails: null },
  userMigration: {
    userAttributes: null,
    finalUserStatus: null,
    messageAction: null,
    desiredDeliveryMediums: null,
    forceAliasCreation: null,
  },
}

const readers = {
  preSignUp: structure({
    autoConfirmUser: optional(flag),
    autoVerifyEmail: optional(flag),
    autoVerifyPhone: optional(flag),
  }),
  postConfirmation: structure({}),
  preAuthentication: structure({}),
  postAuthentication: structure({}),
  customMessage: structure({
    smsMessage: optional(text()),
    emailMessage: optional(text()),
    emailSubject: optional(text()),
  }),
  defineAuthChallenge: structure({
    challengeName: optional(text()),
    issueTokens: optional(flag),
    failAuthentication: optional(flag),
  }),
  createAuthChallenge: structure({
    publicChallengeParameters: optional(mapOf(text())),
    privateChallengeParameters: optional(mapOf(text())),
    challengeMetadata: optional(text()),
  }),
  verifyAuthChallengeResponse: structure({ answerCorrect: optional(flag) }),
  preTokenGeneration: structure({
    claimsOverrideDetails: optional(
      structure({
        claimsToAddOrOverride: optional(mapOf(text())),
        claimsToSuppress: optional(listOf(text())),
        groupOverrideDetails: optional(
          structure({
            groupsToOverride: optional(listOf(text())),
            iamRolesToOverride: optional(listOf(text())),
            preferredRole: optional(text()),
          }),
        ),
      }),
    ),
  }),
  userMigration: structure({
    userAttributes: optional(mapOf(text())),
    finalUserStatus: optional(oneOf('CONFIRMED', 'RESET_REQUIRED')),
    messageAction: optional(oneOf('SUPPRESS')),
    desiredDeliveryMediums: optional(listOf(oneOf('EMAIL', 'SMS'))),
    forceAliasCreation: optional(flag),
  }),
}

/** The response of a trigger; null members are undefined. */
export type TriggerResponse<K extends TriggerName> = ReturnType<(typeof readers)[K]>

/** Reads the response of each trigger. Null counts as absent, unknown members are ignored. */
export const responseReaders: { readonly [K in TriggerName]: Reader<TriggerResponse<K>> } = readers
