import { readFileSync } from 'node:fs'

import * as v from 'valibot'

const description: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

/** The version of this program, `1.2.3`. */
export const programVersion = v.parse(v.object({ version: v.string() }), description).version
