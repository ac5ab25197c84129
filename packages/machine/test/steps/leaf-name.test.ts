import { expect, test } from 'vitest'
import { routeOf } from '../../src/index.ts'
import { leafName } from '../../src/xstate.ts'

test.each([
  ['signedIn.acceptTerms.editing', 'acceptTerms.editing'],
  ['signedIn.chooseOrganisation.listing.empty', 'chooseOrganisation.listing.empty'],
  ['confirmSignUp.choosePlan.editing', 'choosePlan.editing'],
  ['enterInvitation.editing', 'enterInvitation.editing'],
  ['signedIn.tasks.exporting', 'tasks.exporting'],
  ['signedIn.entering', 'signedIn.entering'],
  ['', ''],
])('“%s” is called “%s”', (path, name) => {
  expect(leafName(path)).toBe(name)
})

test('a leaf of the shipped chart is called by its path', () => {
  const paths = Object.keys(routeOf)
  expect(paths.map(leafName)).toEqual(paths)
})
