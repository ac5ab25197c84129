/** One tab of the panel. */
export interface View {
  readonly name: string
  readonly element: HTMLElement
  /** Shows the current facts. Called at most once a frame, and only while the view is visible. */
  update(): void
  /** It is seen from now on. */
  show?(): void
  /** It is not seen any more. */
  hide?(): void
}
