import { readFileSync, statSync } from 'node:fs'

import { openFileSource } from './fileSource.mjs'
import { reportLines } from './report.mjs'
import { verifyPack } from './verifyPack.mjs'

const usage = `Checks an evidence pack of Foreclick, offline.

  node verify.mjs PACK.zip [--checkpoint FILE] [--key KEY-ID] [--json]

Status 0: sound. Status 1: not sound, with the first bad entry. Status 2: asked wrongly.
`
const mostCheckpointBytes = 100_000

function readArguments(words) {
  const asked = { json: false }
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (word === '--json') asked.json = true
    else if (word === '--checkpoint' || word === '--key') asked[word.slice(2)] = words[++i] ?? ''
    else if (word.startsWith('-') || asked.file !== undefined) return undefined
    else asked.file = word
  }
  return asked.file === undefined || asked.checkpoint === '' || asked.key === '' ? undefined : asked
}

function readLimited(file, most) {
  const { size } = statSync(file)
  if (size > most) throw new Error(`${size} bytes, at most ${most} are read`)
  return readFileSync(file)
}

async function runVerifier(words) {
  const asked = readArguments(words)
  if (asked === undefined) {
    process.stderr.write(usage)
    return 2
  }
  let source
  let checkpoint
  try {
    source = openFileSource(asked.file)
    if (asked.checkpoint !== undefined)
      checkpoint = readLimited(asked.checkpoint, mostCheckpointBytes).toString()
  } catch (error) {
    process.stderr.write(`${asked.file}: ${error.message}\n`)
    return 2
  }
  const verdict = await verifyPack(source, { checkpoint, keyId: asked.key })
  source.close()
  process.stdout.write(
    asked.json ? `${JSON.stringify(verdict, null, 2)}\n` : `${reportLines(asked.file, verdict).join('\n')}\n`,
  )
  return verdict.ok ? 0 : 1
}

process.exitCode = await runVerifier(process.argv.slice(2))
