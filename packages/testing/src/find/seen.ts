/** An element that users see and can use, or a text that they read. */
export interface Seen {
  /** Its place in the list that the page itself keeps until the next look. */
  readonly index: number
  /** Its ARIA role; `password` for a field of that type, which has none; `text` for a text that is no heading. */
  readonly role: string
  /** Its accessible name; of a text what it says. */
  readonly name: string
  /** Where the name comes from. */
  readonly named: 'label' | 'placeholder' | 'content' | 'nothing'
  /** The text beside a field without a name, e.g. in the cell before it. */
  readonly beside: string
  readonly placeholder: string
  readonly type: string
  readonly autocomplete: string
  readonly inputMode: string
  /** Its attribute `name`. */
  readonly field: string
  readonly id: string
  /** For a radio button, a box or an option. */
  readonly value: string
  /** What a list offers. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly isEnabled: boolean
  /** Pressing it submits its form. */
  readonly isSubmit: boolean
  /** The number of its form; -1 outside of forms. */
  readonly form: number
  /** The level of a heading; 0 for what is none. */
  readonly level: number
  /** It is in a dialog that is open. */
  readonly isInDialog: boolean
}

const typed: ReadonlySet<string> = new Set(['textbox', 'searchbox', 'password', 'spinbutton'])
const pressed: ReadonlySet<string> = new Set(['button', 'link', 'menuitem', 'tab'])
const chosen: ReadonlySet<string> = new Set(['radio', 'combobox', 'listbox'])

/** Something to type into. */
export function isField({ role, isEnabled }: Seen): boolean {
  return typed.has(role) && isEnabled
}

/** Something to press. */
export function isButton({ role, isEnabled }: Seen): boolean {
  return pressed.has(role) && isEnabled
}

/** Something to choose from. */
export function isChoice({ role, isEnabled }: Seen): boolean {
  return chosen.has(role) && isEnabled
}

/** Something that a user answers: by typing or by choosing. */
export function isInput(seen: Seen): boolean {
  return isField(seen) || isChoice(seen) || (seen.role === 'checkbox' && seen.isEnabled)
}
