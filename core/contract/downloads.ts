import * as v from 'valibot'

import * as f from './fields.ts'

/** A file on its way to the page, in pieces of at most `uploadPieceBytes`; gone after `closeDownload`, and when the program ends. */
export const download = v.strictObject({ downloadId: f.id, name: v.string(), bytes: f.count })
export type Download = v.InferOutput<typeof download>
export const readDownload = v.strictObject({ downloadId: f.id, offset: f.count })
/** As base64. */
export const downloadPiece = v.strictObject({ data: v.string() })
export const downloadRef = v.strictObject({ downloadId: f.id })
