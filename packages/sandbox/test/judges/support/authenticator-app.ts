import { generateSync } from 'otplib'
import type { Clock } from '../../../src/index.ts'

const period = 30_000

/** An authenticator app by the sandbox's clock, which moves on so that each code is a new one. */
export function nextCode(secret: string, clock: Clock): string {
  return generateSync({ secret, epoch: Math.floor(clock.advance(period) / 1000) })
}

/** An old code that is not valid now by chance. */
export function wrongCode(secret: string, clock: Clock): string {
  const at = (ms: number) => generateSync({ secret, epoch: Math.floor(ms / 1000) })
  const right = [-2, -1, 0, 1, 2, 3].map((steps) => at(clock.now() + steps * period))
  return ['000000', '111111'].find((code) => !right.includes(code)) ?? '222222'
}

/** A different code. */
export function otherThan(code: string): string {
  return code.replace(/^./, code[0] === '1' ? '2' : '1')
}
