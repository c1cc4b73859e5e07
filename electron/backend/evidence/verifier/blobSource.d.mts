import type { PackSource } from './verifyPack.mjs'

export function blobSource(blob: Blob): PackSource
