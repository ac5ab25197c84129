type Tell = (place: number, isAlone: boolean) => void

const standing: (Tell | undefined)[] = []

/**
 * Gives a panel a place of its own beside the others of the page, 0 for the first. It is told that
 * place, and whether it is alone, now and whenever that changes. The function that comes back leaves
 * the place.
 */
export function besideOthers(tell: Tell): () => void {
  const free = standing.indexOf(undefined)
  const place = free < 0 ? standing.length : free
  standing[place] = tell
  tellAll()
  return () => {
    standing[place] = undefined
    tellAll()
  }
}

function tellAll(): void {
  const isAlone = standing.filter((tell) => tell).length < 2
  standing.forEach((tell, place) => {
    tell?.(place, isAlone)
  })
}
