/** A Standard Schema, version 1 (https://standardschema.dev): form libraries take it as it is. */
export interface StandardSchema<Input, Output, Issue extends SchemaIssue = SchemaIssue> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    /** Never throws, and answers at once. */
    readonly validate: (value: unknown) => SchemaResult<Output, Issue>
    /** For the compiler only; `undefined` at run time. */
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}

export interface SchemaIssue {
  readonly message: string
  /** Where the value is, e.g. `['attributes', 'email']`. */
  readonly path?: readonly PropertyKey[] | undefined
}

export type SchemaResult<Output, Issue extends SchemaIssue> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] }
