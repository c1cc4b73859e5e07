import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Target } from './target.ts'

/** The executable in what electron-builder made. */
export function packedProgram(output: string, { platform }: Target): string {
  const folder = readdirSync(output).find(name => /unpacked$|^mac/.test(name))
  if (folder === undefined) throw new Error(`no packed program in ${output}`)
  const program = {
    linux: 'foreclick',
    win32: 'Foreclick.exe',
    darwin: 'Foreclick.app/Contents/MacOS/Foreclick',
  }[platform]
  return join(output, folder, program)
}
