import { expect, test } from 'vitest'
import { heatColours } from '../../src/panel/styles/styles-heat.ts'
import { flowTallies, levelOf, levelRanges } from '../../src/panel/tests/heat.ts'

/** The relative luminance of a colour, by WCAG 2.2. */
function luminance(colour: string): number {
  const [, hex = ''] = /^#([\da-f]{3,6})$/.exec(colour) ?? []
  const pairs = hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g)
  const [red = 0, green = 0, blue = 0] = (pairs ?? []).map((pair) => {
    const part = Number.parseInt(pair, 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

test.each(['light', 'dark'] as const)(
  'in %s each count can be read, and levels differ',
  (scheme) => {
    const levels = heatColours[scheme]
    expect(levels).toHaveLength(4)
    for (const [ground, ink] of levels) expect(contrast(ground, ink)).toBeGreaterThanOrEqual(4.5)
    levels.slice(1).forEach(([ground], at) => {
      expect(contrast(ground, levels[at]?.[0] ?? '')).toBeGreaterThan(1.35)
    })
  },
)

test.each([1, 2, 5, 300])(
  'the ranges up to %i have no gap, and each count its own level',
  (most) => {
    const ranges = levelRanges(most)
    expect(ranges[0]?.from).toBe(1)
    expect(ranges.at(-1)?.to).toBe(most)
    ranges.slice(1).forEach(({ from }, at) => {
      expect(from).toBe((ranges[at]?.to ?? 0) + 1)
    })
    for (const { level, from, to } of ranges) {
      expect([levelOf(from, most), levelOf(to, most)]).toEqual([level, level])
    }
  },
)

test('a flow says how many of its states were taken, and whether any failed', () => {
  const leaf = (from: string, count: number, status: 'taken' | 'failed' | 'missed') => ({
    name: from,
    from,
    count,
    status,
  })
  const tallies = flowTallies([
    leaf('signIn.editing', 2, 'taken'),
    leaf('signIn.submitting', 0, 'missed'),
    leaf('signUp.editing', 1, 'taken'),
    leaf('signUp.submitting', 1, 'failed'),
  ])
  expect(Object.fromEntries(tallies)).toEqual({ signIn: '1/2', signUp: '✗ 2/2' })
})
