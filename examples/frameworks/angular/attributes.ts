import { Directive, ElementRef, inject } from '@angular/core'
import type { HtmlAttributes } from '@authchart/machine/forms'

/** `[attributes]` of an element: sets them, and removes those that are `undefined`. `[initial]` is what an input begins with. */
@Directive({ selector: '[attributes]', inputs: ['attributes', 'initial'] })
export class Attributes {
  readonly #element: Element = inject(ElementRef).nativeElement
  set attributes(attributes: HtmlAttributes) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) this.#element.removeAttribute(name)
      else this.#element.setAttribute(name, String(value))
    }
  }
  set initial(value: string | undefined) {
    if (value !== undefined) this.#element.setAttribute('value', value)
  }
}
