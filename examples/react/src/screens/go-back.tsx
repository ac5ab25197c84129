/** The link that leaves a screen. */
export function GoBack({
  label = 'Back to sign in',
  onClick,
}: {
  label?: string
  onClick: () => void
}) {
  return (
    <p className="aside">
      <button type="button" className="link" onClick={onClick}>
        {label}
      </button>
    </p>
  )
}
