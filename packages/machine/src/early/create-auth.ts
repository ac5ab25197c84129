import type { Auth } from '../auth.ts'
import { parseConfig } from '../cognito/config/config.ts'
import { loadChunk } from '../platform/load-chunk.ts'
import type { ChartOption, StepsOption } from '../steps/chart-options.ts'
import type { AnyStep, ViewOfStep } from '../steps/step.ts'
import type { OwnView } from '../view/views/own-view.ts'
import { beginsWithSignIn } from './begins-with-sign-in.ts'
import { earlyAuth } from './early-auth.ts'
import type { EarlyOptions } from './early-options.ts'
import { earlySignIn } from './early-sign-in.ts'

/**
 * `createAuth` of `@authchart/machine`, with its first view there at once: `signIn`, or `restoring` where something is
 * stored, the address has an answer of the hosted UI, or there is a `storage`, an `entry`, a `chart` or `steps` of the
 * app's own. The rest is imported at its first use, or after the task that created it. What the user does meanwhile
 * waits for it; if it does not load, that is the failure `network`, and the next action tries again.
 *
 * Until then `actorOf()` throws: wait for `ready()`.
 *
 * @throws ConfigError when `config` has none of the known shapes. A wrong option rejects what waits, and is the failure
 * `notConfigured`.
 *
 * @example
 * import { createAuth } from '@authchart/machine/early'
 * import outputs from './amplify_outputs.json'
 *
 * export const auth = createAuth({ config: outputs })
 */
export function createAuth<const Steps extends readonly AnyStep[]>(
  options: EarlyOptions & StepsOption<Steps>,
): Auth<ViewOfStep<Steps[number]>>
export function createAuth<View extends OwnView>(
  options: EarlyOptions & ChartOption<View>,
): Auth<View>
export function createAuth(options: EarlyOptions): Auth
export function createAuth(
  options: EarlyOptions & Partial<StepsOption & ChartOption>,
): Auth<OwnView> {
  const pool = parseConfig(options?.config)
  const isRestoring = !beginsWithSignIn(pool, options)
  const load = () => import('../create-auth.ts')
  // Arrives while the app renders. `create` loads it again, and gets the failure.
  if (isRestoring) load().catch(() => undefined)
  const create = async () => {
    const { createAuth } = await loadChunk(load(), 'The sign-in')
    return createAuth(options)
  }
  return earlyAuth(create, { signIn: (act) => earlySignIn(pool, options, act), isRestoring })
}
