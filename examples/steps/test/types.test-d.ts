import type { RegisteredView, ViewOfStep } from '@authchart/machine'
import { unreachable } from '@authchart/machine'
import type { useAuthMachine } from '@authchart/react'
import type { Ui } from '@authchart/testing'
import type { useAuthMachine as useAuthMachineOfVue } from '@authchart/vue'
import { expectTypeOf, test } from 'vitest'
import type { auth } from '../src/auth.ts'
import type { chooseOrganisation } from '../src/steps.ts'

declare const view: RegisteredView
declare const ours: Exclude<
  RegisteredView,
  { route: 'enterInvitation' | 'acceptTerms' | 'chooseOrganisation' }
>

test('React and Vue have the views of the registered auth', () => {
  expectTypeOf(view).toEqualTypeOf<ReturnType<(typeof auth)['getView']>>()
  expectTypeOf<ReturnType<typeof useAuthMachine>>().toExtend<RegisteredView>()
  expectTypeOf<ReturnType<typeof useAuthMachineOfVue>['value']>().toExtend<RegisteredView>()
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
  // @ts-expect-error three routes are forgotten
  if (view.route === 'signIn') unreachable(view as Exclude<typeof view, { route: 'signIn' }>)
  expectTypeOf(ours.route).not.toEqualTypeOf<'acceptTerms'>()
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
