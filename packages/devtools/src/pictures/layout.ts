/** Where things are in a picture of a chart, in px from its upper left corner. */
export interface ChartLayout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

export interface PlacedNode {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PlacedEdge {
  readonly id: string
  /** The corners of the line, from its source to its target. */
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly label?: { readonly x: number; readonly y: number; readonly lines: readonly string[] }
}

/** The type that all pictures are set in, in px. */
export const type = { node: 13, edge: 11, lineHeight: 14, letter: 0.6 } as const

/** How wide a text is, more or less: pictures are laid out where no font can be measured. In px. */
export const widthOf = (text: string, size: number): number =>
  Math.ceil(text.length * size * type.letter)
