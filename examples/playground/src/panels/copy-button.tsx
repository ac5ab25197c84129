import { useState } from 'react'

interface CopyButtonProps {
  text: string
  /** What is copied, for screen readers. */
  label: string
}

export function CopyButton({ text, label }: CopyButtonProps) {
  const [copied, setCopied] = useState<string>()

  async function copy() {
    await navigator.clipboard.writeText(text)
    setCopied(text)
  }

  return (
    <button type="button" className="copy" onClick={copy}>
      {copied === text ? 'Copied' : 'Copy'} <span className="visually-hidden">{label}</span>
    </button>
  )
}
