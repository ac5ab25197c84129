import type { PoolOptionsPatch } from '@authchart/sandbox'
import type { Locator } from '@playwright/test'
import type { AppModel, Route } from '../models/app.model.ts'
import { createUser } from './person.ts'
import { signIn, type Visitor } from './visitor.ts'

/** Something that can be done in the settings. */
export interface Task {
  readonly name: string
  readonly pool?: PoolOptionsPatch
  /** Of the user, from the start. */
  readonly attributes?: Readonly<Record<string, string>>
  /** Gets everything ready in the settings for the last click. */
  readonly prepare?: (visitor: Visitor) => Promise<void>
  readonly start: (app: AppModel) => Locator
  /** What it asks of Cognito. */
  readonly operation: string
  /** Where it ends, when not in the settings. */
  readonly route?: Route
  /** The good news. */
  readonly says?: string
  /** The section where a failure is told, with its button to give up. */
  readonly section?: (app: AppModel) => { readonly alert: Locator; readonly cancel: Locator }
}

/** Signs in and goes to where the task can be started. */
export async function goTo(task: Task, visitor: Visitor): Promise<void> {
  const { app, cognito, person } = visitor
  await cognito.patchPool(task.pool ?? {})
  await createUser(cognito, person, task.attributes)
  await signIn(visitor)
  await app.expectRoute('signedIn')
  await app.settings.open()
  await task.prepare?.(visitor)
}
