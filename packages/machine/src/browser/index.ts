export { sessionPendingStore } from './session-pending-store.ts'
export { webStorage } from './web-storage.ts'
