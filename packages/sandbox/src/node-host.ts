import { openDataDir } from './data-dir/open-data-dir.ts'
import type { Host } from './host.ts'
import { listen } from './http/listen.ts'

export const nodeHost: Host = { openDataDir, listen }
