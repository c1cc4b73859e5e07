import type { PackSource } from './verifyPack.mjs'

export function openFileSource(file: string): PackSource & { readonly close: () => void }
