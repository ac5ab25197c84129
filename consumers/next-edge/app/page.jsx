export default function Page() {
  return <h1>Edge</h1>
}
