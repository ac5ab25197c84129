import type { HtmlAttributes } from '@authchart/machine/forms'
import { ref } from 'lit/directives/ref.js'

/** Sets the attributes of an element, and removes those that are `undefined`. */
export function spread(attributes: HtmlAttributes) {
  return ref((element) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) element?.removeAttribute(name)
      else element?.setAttribute(name, String(value))
    }
  })
}
