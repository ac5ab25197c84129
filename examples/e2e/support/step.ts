import type { Locator } from '@playwright/test'
import type { AppModel, Route } from '../models/app.model.ts'
import type { Visitor } from './visitor.ts'

/** A screen in the middle of something, and the way on from it. */
export interface Step {
  readonly name: string
  readonly route: Route
  /** Goes there as a user would. */
  readonly reach: (visitor: Visitor) => Promise<void>
  /** What the screen tells about the way here. */
  readonly shows: (visitor: Visitor) => readonly (string | RegExp)[]
  /** Fills in what is right. */
  readonly fill: (visitor: Visitor) => Promise<void>
  readonly submit: (app: AppModel) => Locator
  /** What submitting asks of Cognito. */
  readonly operation: string
  readonly next: Route
  /** The way out, and where it leads. */
  readonly leave: (app: AppModel) => Locator
  readonly leavesTo: Route
}

/** Most steps are left to where they came from. */
export const backToSignIn = {
  leave: (app: AppModel) => app.back,
  leavesTo: 'signIn',
} as const satisfies Partial<Step>
