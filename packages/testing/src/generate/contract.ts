/** A contract that exists already, with the types of `defineUi`. */
export interface Contract {
  /** What specs import it from. */
  readonly module: string
  /** The name of the export. */
  readonly name: string
}
