/**
 * Reports the whole seconds that are left until `end` (epoch ms), at once and at every change down
 * to 0. Gives a function that stops it.
 */
export function countDown(end: number, report: (seconds: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const tick = () => {
    const left = Math.max(0, end - Date.now())
    report(Math.ceil(left / 1000))
    if (left > 0) timer = setTimeout(tick, left % 1000 || 1000)
  }
  tick()
  return () => clearTimeout(timer)
}
