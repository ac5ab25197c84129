import type { AuthRoute } from '@authchart/machine'
import type { Browser, Page } from '@playwright/test'
import type { Ui } from '../contract/define-ui.ts'
import type { Sign } from './atlas.ts'
import type { AppConfig } from './discover.ts'
import type { Recipe } from './recipe.ts'

export interface FindOptions {
  readonly browser: Browser
  /** The address of the app, which begins with the sign-in screen. */
  readonly url: string
  /** What the app is configured with; by default that is read from its first request. */
  readonly config?: AppConfig | undefined
  /** A contract that is checked: its actions are tried first. */
  readonly known?: Ui<Page> | undefined
  /** The most walks; by default 150. */
  readonly mostWalks?: number
  /** Hears of each walk. */
  readonly progress?: (line: string) => void
}

/** A screen or an action that was not found. */
export interface Gap {
  readonly name: string
  readonly why: string
  /** A picture of the screen where it was looked for, as PNG. */
  readonly picture: Buffer | undefined
}

/** What was found of a UI. */
export interface FoundUi {
  readonly config: AppConfig
  readonly routes: ReadonlyMap<AuthRoute, Sign>
  /** By variant, e.g. `selectMfaType.submit TOTP`, each way that worked. */
  readonly actions: ReadonlyMap<string, readonly Recipe[]>
  readonly gaps: readonly Gap[]
  /** Actions that were found, but not on these screens: `go.signIn@signUp`. */
  readonly notOn: readonly string[]
  /** The screens and actions of the checked contract that work no longer. */
  readonly broken: readonly string[]
  readonly walks: number
  readonly ms: number
}
