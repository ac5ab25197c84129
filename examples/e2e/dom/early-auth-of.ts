import type { Auth, AuthView } from '@authchart/machine'
import type { DriverKind } from '@authchart/testing'
import { parseConfig } from '../../../packages/machine/src/cognito/config/config.ts'
import { earlyAuth } from '../../../packages/machine/src/early/early-auth.ts'
import { earlySignIn } from '../../../packages/machine/src/early/early-sign-in.ts'
import {
  scriptedConfig,
  scriptedPasswordless,
} from '../../../packages/testing/src/scripted-cognito/pool.ts'

const config = parseConfig({ ...scriptedConfig, passwordless: scriptedPasswordless })

/** Nothing has happened yet: the early form shows the same. */
function isEarly(view: AuthView): boolean {
  const { route, isPending, failure, notice, elsewhere } = view
  if (route === 'restoring') return true
  return route === 'signIn' && !isPending && !failure && !notice && !elsewhere && !view.username
}

/**
 * `createAuth` of the early entry, for a chart that loads only when the user has submitted the form or has left it
 * — or when it has something else to show.
 *
 * @param onAct is called for what the user does before that.
 */
export function earlyAuthOf(whole: Auth, onAct: () => void): Auth {
  let load = (): void => undefined
  const loaded = new Promise<void>((resolve) => {
    load = resolve
  })
  whole.subscribe((view) => {
    if (!isEarly(view)) load()
  })
  const create = async () => {
    await loaded
    return whole
  }
  return earlyAuth(create, {
    isRestoring: false,
    signIn: (act) =>
      earlySignIn(config, { config: scriptedConfig }, (run, isRequest) => {
        onAct()
        load()
        act(run, isRequest)
      }),
  }) as Auth
}

/** Leaves out the walks that the early entry takes otherwise. */
export function beginningWithForm({ cannotTake, ...driver }: DriverKind): DriverKind {
  return {
    ...driver,
    cannotTake(step) {
      const { from, to, kind, outcome } = step
      if (from.isStart && outcome?.name !== 'nothing') {
        return 'the early form is shown where nothing is stored'
      }
      if (
        kind === 'external' &&
        from.leaf === 'signIn.editing' &&
        to.leaf === 'restoring.reading'
      ) {
        return 'the early form stays while the chart reads the storage'
      }
      return cannotTake?.(step)
    },
  }
}
