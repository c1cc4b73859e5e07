import { hexOf, sha256, utf8 } from './sha256.mjs'

const digits = 12

/**
 * What happened to a file of lines, from the beginnings of the hashes that its lines had: the first line that is not as it was,
 * and in which way. Undefined when the lines are as they were.
 */
export async function firstChangedLine(lines, hashes) {
  const before = hashes.match(/.{12}/g) ?? []
  const now = []
  for await (const line of lines) now.push(hexOf(sha256(utf8(line))).slice(0, digits))
  const at = before.findIndex((hash, i) => hash !== now[i])
  if (at < 0) {
    if (now.length === before.length) return undefined
    return now.slice(0, before.length).includes(now[before.length])
      ? { line: before.length, code: 'duplicated_line', words: 'a line stands here a second time' }
      : { line: before.length, code: 'added_line', words: 'a line was added at the end' }
  }
  return { line: at, ...wordsOf(before, now, at) }
}

function wordsOf(before, now, at) {
  const missing = before.length - now.length
  if (at >= now.length)
    return { code: 'cut_off', words: `the file ends here; its last ${missing} lines were cut off` }
  if (now[at] === before[at + 1] && now[at + 1] === before[at])
    return { code: 'swapped_lines', words: 'this line and the next one changed places' }
  if (now[at] === before[at + 1] && missing > 0)
    return { code: 'missing_line', words: 'a line was deleted here' }
  if (now[at + 1] === before[at] && missing < 0)
    return before.includes(now[at])
      ? { code: 'duplicated_line', words: 'a line of the file stands here a second time' }
      : { code: 'added_line', words: 'a line was inserted here' }
  if (before.includes(now[at])) return { code: 'swapped_lines', words: 'a line of another place stands here' }
  return { code: 'changed_line', words: 'this line was changed' }
}
