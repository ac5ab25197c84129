import { html, raw } from 'hono/html'
import type { OutboxMessage } from '../pool/messages/outbox-message.ts'
import { outboxScript } from './outbox-script.ts'
import { outboxStyle } from './outbox-style.ts'

const kinds: Readonly<Record<OutboxMessage['kind'], string>> = {
  signUp: 'Sign-up code',
  resendCode: 'Sign-up code, sent again',
  adminCreateUser: 'Invitation',
  forgotPassword: 'Code to reset the password',
  updateAttribute: 'Code for a changed address',
  verifyAttribute: 'Code to verify an address',
  mfa: 'Sign-in code, second factor',
  signIn: 'Sign-in code',
}

/** The page is reloaded every second. */
const mostShown = 200

interface PageContext {
  readonly poolId: string
  /** The address that filters the page. */
  readonly to: string | undefined
}

/**
 * The messages that the pool would have sent, for people. The script reloads the page to stay
 * current.
 */
export function outboxPage(messages: readonly OutboxMessage[], { poolId, to }: PageContext) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Outbox · ${poolId}</title>
<link rel="icon" href="data:,">
<style>${raw(outboxStyle)}</style>
</head>
<body>
<header>
<h1>Outbox</h1>
<p>What the user pool <code>${poolId}</code> would have sent${to ? html` to <strong>${to}</strong>` : ''}${messages.length > mostShown ? `: the last ${mostShown} of ${messages.length}` : ''}.</p>
<p id="connection" class="connection" role="status">Updates by itself</p>
</header>
<main>
<p id="announcement" class="visually-hidden" role="status" aria-live="polite"></p>
<ol id="messages" aria-label="Messages, newest first">
${messages.slice(0, mostShown).map(messageItem)}
</ol>
<p id="empty" class="empty"${messages.length > 0 ? raw(' hidden') : ''}>
<strong>Nothing sent yet</strong>
Sign up in your app, and the code shows up here.
</p>
</main>
<script>${raw(outboxScript)}</script>
</body>
</html>`
}

const messageItem = ({
  id,
  at,
  medium,
  to,
  username,
  kind,
  code,
  body,
}: OutboxMessage) => html`<li id="message-${id}">
<article aria-labelledby="title-${id}">
<div class="meta">
<span class="medium">${medium === 'EMAIL' ? 'E-mail' : 'SMS'}</span>
<h2 id="title-${id}">${kinds[kind]}</h2>
<time datetime="${at}">${at}</time>
</div>
<p class="to">to <strong>${to}</strong></p>
${code && html`<p class="code"><code>${code}</code><button type="button" data-copy="${code}" aria-label="Copy ${code}">Copy</button></p>`}
<p class="body">${body}</p>
<p class="user">user <code>${username}</code></p>
</article>
</li>`
