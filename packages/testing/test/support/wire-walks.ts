import { identityPool } from '@authchart/machine/identity-pool'
import { expect, test } from 'vitest'
import { wireDriver } from '../../src/drivers/wire/wire-driver.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import { withVault } from '../../src/model/with-vault.ts'
import type { Criterion } from '../../src/plan/criterion.ts'
import { planWalks } from '../../src/plan/plan-walks.ts'
import { runWalk } from '../../src/run/run-walk.ts'

export const behaviour = withVault(authBehaviour)
export const bySrp = wireDriver({ identityPool })
export const byPassword = wireDriver({ flow: 'USER_PASSWORD_AUTH', identityPool })
/** Walks mostly wait, so several run at once. */
const atOnce = 6
const breaks = 'an actor that lives on does not break'

export function planOverWire(cover: Criterion) {
  return planWalks({ cover, behaviour, cannotTake: bySrp.cannotTake ?? (() => undefined) })
}

/** @param neverHappens why goals are not walked, and how many of them */
export function testWalksOverWire(
  { walks, missed }: ReturnType<typeof planOverWire>,
  { open }: typeof bySrp,
  neverHappens: Readonly<Record<string, number>>,
): void {
  test('are taken over the wire', { timeout: 120_000 }, async () => {
    const left = [...walks]
    const failures: string[] = []
    async function takeSome() {
      for (let walk = left.shift(); walk; walk = left.shift()) {
        const { title } = walk
        await runWalk(behaviour, walk, await open()).catch(({ message }: Error) =>
          failures.push(`${title}: ${message}`),
        )
      }
    }
    await Promise.all(Array.from({ length: atOnce }, takeSome))
    expect(failures).toEqual([])
  })

  test('miss only what cannot happen', () => {
    const counts: Record<string, number> = {}
    for (const { why } of missed) if (why !== breaks) counts[why] = (counts[why] ?? 0) + 1
    expect(counts).toEqual(neverHappens)
  })
}
