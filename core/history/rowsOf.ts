import { type Said, say } from '../words/say.ts'

/** How many rows are wrong for one reason. */
export function rowsOf(reason: string, count: number): Said {
  return count === 1
    ? say('{{reason}}, 1 row', { reason })
    : say('{{reason}}, {{count}} rows', { reason, count })
}
