export interface Group {
  readonly name: string
  readonly description: string | undefined
  readonly roleArn: string | undefined
  /** 0 is the highest, undefined the lowest. */
  readonly precedence: number | undefined
  readonly createdAt: number
  readonly modifiedAt: number
}
