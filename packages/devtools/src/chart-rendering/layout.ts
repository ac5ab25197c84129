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
function widthOf(text: string, size: number): number {
  return Math.ceil(text.length * size * type.letter)
}

/** The size of a leaf's box, in px. */
export function boxSize(key: string) {
  return {
    width: Math.max(76, widthOf(key, type.node) + 24),
    height: 32,
  }
}

/** The size of an arrow's label, in px. */
export function labelSize(labels: readonly string[]) {
  return {
    width: Math.max(...labels.map((label) => widthOf(label, type.edge))),
    height: labels.length * type.lineHeight,
  }
}

/** Between a box and what is in it, in px; its name is above. */
export const padding = { top: 34, side: 14 } as const
