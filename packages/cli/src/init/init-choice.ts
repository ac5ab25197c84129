import type { Project } from '../project/read-project.ts'
import type { Framework } from '../screens/templates.ts'

export const testRunners = ['playwright', 'vitest', 'none'] as const
export type TestRunner = (typeof testRunners)[number]

/** What `authchart init` sets up. */
export interface InitChoice {
  readonly project: Project
  readonly framework: Framework
  /** The file of the user pool, relative to the app; without one the app has the local Cognito only. */
  readonly outputs: string | undefined
  readonly tests: TestRunner
  /** Vite builds the app. */
  readonly isVite: boolean
}

/** The user who can sign in at the local Cognito from the start. */
export const seededUser = { username: 'ada@example.com', password: 'Password1!' }

export const sandboxPort = 4800
