/** One tab of the panel. */
export interface View {
  readonly name: string
  readonly element: HTMLElement
  /** Shows how things are now. Called at most once a frame, and only while the view is seen. */
  update(): void
  /** It is seen from now on. */
  show?(): void
  /** It is not seen any more. */
  hide?(): void
}
