interface ImportMeta {
  /** As Vite has it. */
  readonly env: { readonly DEV: boolean }
}

/** As React Native has it. */
declare const __DEV__: boolean
