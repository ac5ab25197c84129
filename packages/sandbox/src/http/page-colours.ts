/** The colours of the sandbox's pages, light and dark. */
export const pageColours = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #ffffff; --ink: #16191f; --soft: #5a6270; --line: #dfe3e8;
  --accent: #0b5fbf; --accent-ink: #ffffff; --tint: #e8f1fc; --warn: #a3261a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #101317; --card: #191d23; --ink: #eceff3; --soft: #a2abb8; --line: #2b313a;
    --accent: #7db7ff; --accent-ink: #0b1420; --tint: #1c2b3f; --warn: #ff9d92;
  }
}`
