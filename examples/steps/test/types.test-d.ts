import type { RegisteredView, ViewOfStep } from '@authchart/machine'
import { unreachable } from '@authchart/machine'
import { useAuthMachine } from '@authchart/react'
import type { Ui } from '@authchart/testing'
import { useAuthMachine as useAuthMachineOfVue } from '@authchart/vue'
import { expectTypeOf, test } from 'vitest'
import type { auth } from '../src/auth.ts'
import type { chooseOrganisation } from '../src/steps.ts'

declare const view: RegisteredView
test('React and Vue have the views of the registered auth', () => {
  expectTypeOf(view).toEqualTypeOf<ReturnType<(typeof auth)['getView']>>()
  expectTypeOf(useAuthMachine()).toEqualTypeOf<RegisteredView>()
  expectTypeOf(useAuthMachineOfVue().value).toEqualTypeOf<RegisteredView>()
})

test('a route that is forgotten, a wrong payload, the data of another step do not compile', () => {
  switch (view.route) {
    case 'enterInvitation':
      view.enter({ code: 'friend' })
      // @ts-expect-error the payload is wrong
      view.enter({ invitation: 'friend' })
      // @ts-expect-error the data of another step
      view.version
      break
    case 'acceptTerms':
      expectTypeOf(view.version).toEqualTypeOf<number>()
      // @ts-expect-error the data of another step
      view.organisations
      break
    case 'chooseOrganisation':
      expectTypeOf(view).toExtend<ViewOfStep<typeof chooseOrganisation>>()
      view.choose({ organisation: 'acme' })
      // @ts-expect-error a number is no organisation
      view.choose({ organisation: 1 })
      break
  }
  if (view.route === 'acceptTerms' || view.route === 'chooseOrganisation') return
  expectTypeOf<Extract<typeof view, { route: 'enterInvitation' }>>().not.toBeNever()
})

test('a contract of a UI needs the screens and actions of the steps', () => {
  type Actions = Ui<Document>['actions']
  type Input = Parameters<Actions['chooseOrganisation.choose']>[1]
  expectTypeOf<Input>().toEqualTypeOf<{ organisation: string }>()
  expectTypeOf<Ui<Document>['routes']>().toHaveProperty('enterInvitation')
  // @ts-expect-error a contract that lacks them
  const routes: Ui<Document>['routes'] = { signIn: () => null }
  expectTypeOf(routes).toBeObject()
})

test('a switch that forgets a step does not compile', () => {
  type Left = Exclude<RegisteredView, { route: Exclude<RegisteredView['route'], 'acceptTerms'> }>
  // @ts-expect-error `acceptTerms` is left
  unreachable({} as Left)
})
