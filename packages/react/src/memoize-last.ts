/** Calls `select` anew only for another value: the same one gives the same result. */
export function memoizeLast<Value, Selected>(
  select: (value: Value) => Selected,
): (value: Value) => Selected {
  let last: { value: Value; selected: Selected } | undefined
  return (value) => {
    if (!last || last.value !== value) last = { value, selected: select(value) }
    return last.selected
  }
}
