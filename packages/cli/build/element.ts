/** A text that names classes: `lead` in `className="lead"`, or one of two in a condition. */
export interface ClassText {
  /** Where it is in the source, quotes included. */
  readonly start: number
  readonly end: number
  readonly name: string
}

/** An element of a component's markup. */
export interface MarkupElement {
  readonly tag: string
  /** Where a first attribute can be written. */
  readonly attributesAt: number
  /** Its source up to the end of the start tag. */
  readonly opening: string
  /** Where its attribute for classes is; `isText` if it is one text, without a condition. */
  readonly classes?: {
    readonly start: number
    readonly end: number
    readonly isText: boolean
    readonly texts: readonly ClassText[]
  }
  /** The elements around it in the same component, the nearest first. */
  readonly ancestors: readonly MarkupElement[]
}
