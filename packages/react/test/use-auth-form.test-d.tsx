import type { FormName } from '@authchart/machine/forms'
import type { ComponentPropsWithRef, HTMLAttributes } from 'react'
import { expectTypeOf, test } from 'vitest'
import { type ReactForm, useAuthForm } from '../src/index.ts'

test('gives a form with the props of each kind of element', () => {
  const form = useAuthForm({ repeatPassword: true })
  expectTypeOf(form).toEqualTypeOf<ReactForm>()
  expectTypeOf(form.name).toEqualTypeOf<FormName>()
  expectTypeOf(form.formProps).toEqualTypeOf<ComponentPropsWithRef<'form'>>()
  expectTypeOf(form.titleProps).toEqualTypeOf<HTMLAttributes<HTMLElement>>()
  expectTypeOf(form.submitProps).toEqualTypeOf<ComponentPropsWithRef<'button'>>()
  expectTypeOf(form.accountProps).toEqualTypeOf<ComponentPropsWithRef<'input'> | undefined>()
  expectTypeOf(form.fields[0]?.inputProps).toEqualTypeOf<
    ComponentPropsWithRef<'input'> | undefined
  >()
  expectTypeOf(form.sections).toEqualTypeOf<readonly ReactForm[]>()
})

test('wrong elements and members are compile errors', () => {
  const form = useAuthForm()
  // @ts-expect-error the attributes of HTML are not the props of React
  form.attributes
  // @ts-expect-error a field has no value: inputs are uncontrolled
  form.fields[0]?.value
  // @ts-expect-error the props of a form are not those of an input
  ;<input {...form.formProps} />
  // @ts-expect-error no such option
  useAuthForm({ language: 'de' })
})
