import type { ClientMetadata } from '../ports/index.ts'
import { type Json, parseAuthAnswer, parseDelivery, parseTokens } from './answers.ts'

interface Attribute {
  readonly Name: string
  readonly Value: string
}

/** The request of each operation, in Cognito's words. */
export interface Requests {
  InitiateAuth: {
    AuthFlow: string
    ClientId: string
    AuthParameters: Readonly<Record<string, string>>
    ClientMetadata?: ClientMetadata | undefined
  }
  RespondToAuthChallenge: {
    ClientId: string
    ChallengeName: string
    ChallengeResponses: Readonly<Record<string, string>>
    Session?: string | undefined
    ClientMetadata?: ClientMetadata | undefined
  }
  SignUp: {
    ClientId: string
    Username: string
    Password: string
    UserAttributes: readonly Attribute[]
    ValidationData: readonly Attribute[]
    ClientMetadata?: ClientMetadata | undefined
  }
  ConfirmSignUp: {
    ClientId: string
    Username: string
    ConfirmationCode: string
    ClientMetadata?: ClientMetadata | undefined
  }
  ResendConfirmationCode: { ClientId: string; Username: string }
  GetTokensFromRefreshToken: { ClientId: string; RefreshToken: string }
  RevokeToken: { ClientId: string; Token: string }
  GlobalSignOut: { AccessToken: string }
}

/** Of an operation that answers with nothing but success. */
export const nothing = () => undefined

/** How the answer of each operation is read. An operation more is a line here and one above. */
export const operations = {
  InitiateAuth: parseAuthAnswer,
  RespondToAuthChallenge: parseAuthAnswer,
  SignUp: (answer) => ({
    kind: answer.UserConfirmed === true ? ('confirmed' as const) : ('unconfirmed' as const),
    delivery: parseDelivery(answer),
  }),
  ConfirmSignUp: nothing,
  ResendConfirmationCode: parseDelivery,
  GetTokensFromRefreshToken: parseTokens,
  RevokeToken: nothing,
  GlobalSignOut: nothing,
} satisfies Record<keyof Requests, (answer: Json) => unknown>

export type Operation = keyof Requests
export type AnswerOf<Op extends Operation> = ReturnType<(typeof operations)[Op]>
