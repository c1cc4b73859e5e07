import { existsSync, readFileSync } from 'node:fs'

import { joinVerifier, type VerifierFiles } from './joinVerifier.ts'

export type { VerifierFiles } from './joinVerifier.ts'

/** The verifier that goes into packs: joined by the build beside this module, or from the sources (K3). */
export function readVerifier(): VerifierFiles {
  const beside = (name: string) => new URL(name, import.meta.url)
  const script = beside('./verify.mjs')
  return existsSync(script)
    ? { script: readFileSync(script, 'utf8'), page: readFileSync(beside('./verify.html'), 'utf8') }
    : joinVerifier(beside('./verifier/'))
}
