import { bindForm, createFormStore, type FormOptions } from '@authchart/machine/forms'
import { type ComputedRef, computed, type MaybeRefOrGetter, onMounted, toValue, watch } from 'vue'
import { type VueForm, vueBinder } from './form-props.ts'
import { useAuth } from './use-auth.ts'
import { useFollowed } from './use-followed.ts'

/**
 * The current screen as a form: its title, fields, actions and texts, with props for `v-bind`. Inputs are uncontrolled,
 * so a keystroke renders nothing. Values are checked, sent and forgotten on submit. The focus goes to a rejected field,
 * or to the heading of a new screen.
 *
 * @throws Error in an app without `authPlugin`
 *
 * @example
 * const form = useAuthForm({ words: german })
 */
export function useAuthForm(options: MaybeRefOrGetter<FormOptions> = {}): ComputedRef<VueForm> {
  const store = createFormStore(useAuth())
  const state = useFollowed({
    get: store.getState,
    getServer: store.getServerState,
    subscribe: store.subscribe,
  })
  const form = computed(() => store.formOf(state.value, toValue(options)))
  onMounted(() => store.settle(form.value))
  watch(form, store.settle, { flush: 'post' })
  return computed((before?: VueForm) => keepFields(bindForm(form.value, store, vueBinder), before))
}

/** A field that is as before is the same object: a component that has it as a prop does not render again. */
function keepFields(form: VueForm, before: VueForm | undefined): VueForm {
  const known = new Map(before?.fields.map((field) => [JSON.stringify(field), field]))
  return {
    ...form,
    fields: form.fields.map((field) => known.get(JSON.stringify(field)) ?? field),
    sections: form.sections.map((section) =>
      keepFields(
        section,
        before?.sections.find(({ name }) => name === section.name),
      ),
    ),
  }
}
