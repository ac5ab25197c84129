import type { FormAction } from '@authchart/machine/forms'

type Action = Pick<FormAction, 'name' | 'kind'>

/** Belongs to one attribute, one device or one passkey, e.g. `verifyAttribute.email`. */
const toolName = /^(verifyAttribute|deleteAttributes|rememberDevice|forgetDevice|deletePasskey)\./

/** The actions of one attribute, device or passkey; they stand beside it. */
export function toolsOf<Of extends Action>(actions: readonly Of[], owner: string): readonly Of[] {
  return actions.filter(({ name }) => toolName.test(name) && name.replace(toolName, '') === owner)
}

/** All others, by where they stand: beside the submit button, below “or”, and at the end. */
export function groupActions<Of extends Action>(actions: readonly Of[]) {
  const rest = actions.filter(({ name }) => !toolName.test(name))
  return {
    buttons: rest.filter(({ kind }) => kind === 'secondary' || kind === 'danger'),
    providers: rest.filter(({ kind }) => kind === 'provider'),
    links: rest.filter(({ kind }) => kind === 'link'),
  }
}
