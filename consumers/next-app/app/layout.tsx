import type { Metadata } from 'next'
import type { ReactNode } from 'react'

/** Without an icon, the browser requests one that is not there, which is an error on the console. */
export const metadata: Metadata = { icons: 'data:,' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
