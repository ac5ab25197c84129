import { german } from '@authchart/machine/words/de'
import { useAuthForm } from '@authchart/react'

export function GermanScreen() {
  const form = useAuthForm({ words: german })
  return (
    <form key={form.key} {...form.formProps}>
      <h1 {...form.titleProps}>{form.title}</h1>
      {/* fields and actions */}
    </form>
  )
}
