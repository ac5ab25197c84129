import { broadcastChannel } from '../../remote/broadcast-channel.ts'
import { remoteApps } from '../../remote/remote-apps.ts'
import { webSocketChannel } from '../../remote/web-socket-channel.ts'
import { pageStyles } from './page-styles.ts'
import { type Hint, standalonePage } from './standalone-page.ts'

/*
 * The inspector in its own window: for apps that connect to its server, or with `#broadcast` for apps of
 * the same origin, on any server.
 */

const sheet = new CSSStyleSheet()
sheet.replaceSync(pageStyles)
document.adoptedStyleSheets = [sheet]

const { host, hash } = location
const isByBroadcast = hash === '#broadcast'
const hint: Hint = isByBroadcast
  ? { connect: 'broadcast', where: 'In an app of this origin' }
  : { connect: `ws://${host}`, where: 'In your app' }
const channel = isByBroadcast
  ? broadcastChannel()
  : webSocketChannel(`ws://${host}/page`, (isOpen) => page.connected(isOpen))
const page = standalonePage(document.body, remoteApps(channel), hint)
