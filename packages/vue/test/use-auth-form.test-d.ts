import type { FormOptions } from '@authchart/machine/forms'
import { expectTypeOf, test } from 'vitest'
import { type ComputedRef, type InputHTMLAttributes, ref } from 'vue'
import { useAuthForm, type VueForm } from '../src/index.ts'

test('gives a ref of a form with the props of each kind of element', () => {
  const form = useAuthForm()
  expectTypeOf(form).toEqualTypeOf<ComputedRef<VueForm>>()
  expectTypeOf(form.value.fields[0]?.inputProps).toEqualTypeOf<InputHTMLAttributes | undefined>()
  expectTypeOf(form.value.accountProps).toEqualTypeOf<InputHTMLAttributes | undefined>()
  expectTypeOf(form.value.sections).toEqualTypeOf<readonly VueForm[]>()
})

test('takes options, a ref of them or a getter', () => {
  useAuthForm({ repeatPassword: true })
  useAuthForm(ref<FormOptions>({ defaultCountry: 'DE' }))
  useAuthForm(() => ({ profile: ['name'] }))
  // @ts-expect-error no such option
  useAuthForm({ language: 'de' })
  // @ts-expect-error no country
  useAuthForm(() => ({ defaultCountry: 'XX' }))
})

test('a form without its ref has no members', () => {
  // @ts-expect-error it is in `value`
  useAuthForm().fields
})
