import { fileURLToPath } from 'node:url'

/** The checkout that this program runs from, without a slash at the end. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
