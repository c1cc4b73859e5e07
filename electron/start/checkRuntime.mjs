// Runs before `npm start` on whatever Node there is, so it keeps to what old ones understand.
import { existsSync } from 'node:fs'

const [major, minor] = process.versions.node.split('.').map(Number)
const problem = !existsSync(new URL('../../node_modules/hono', import.meta.url))
  ? 'The packages of Foreclick are not installed. Run: npm ci'
  : major < 22 || (major === 22 && minor < 18)
    ? `Foreclick runs on Node 24, and this is ${process.versions.node}. It comes with: npm ci (with install scripts allowed)`
    : undefined
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 2
}
