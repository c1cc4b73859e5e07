import type { PackVerdict } from './verifyPack.mjs'

export function reportLines(name: string, verdict: PackVerdict): string[]
