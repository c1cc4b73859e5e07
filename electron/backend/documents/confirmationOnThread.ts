import { checkpointFingerprint } from '../../../core/audit/checkpoint.ts'
import { orderDigest } from '../../../core/audit/orderDigest.ts'
import type { Reply } from '../../../core/contract/contract.ts'
import type { Result } from '../../../core/contract/failure.ts'
import { say } from '../../../core/words/say.ts'
import { openWorkspace } from '../../../db/openWorkspace.ts'
import { findOrder } from '../../../db/orders.ts'
import { notFound } from '../../../db/refusal.ts'
import { readWorkspaceMeta } from '../../../db/workspaceMeta.ts'
import { orderCheckpoints, readPackedLog } from '../evidence/packLog.ts'
import type { DocumentLanguage } from './documentWriter.ts'
import { orderConfirmation } from './orderConfirmation.ts'
import { renderPdf } from './renderPdf.ts'

export type ConfirmationAsked = {
  readonly dataDir: string
  readonly id: string
  readonly language: DocumentLanguage
  readonly keyId: string
}

/** The confirmation of an order, from a connection of its own: a checkpoint in a long log takes a second. */
export function confirmationOnThread(asked: ConfirmationAsked): Result<Reply<'makeConfirmation'>> {
  const { dataDir, id, language, keyId } = asked
  const opened = openWorkspace({ dataDir, now: () => 0, mode: 'read' })
  if (!opened.ok) return opened
  const { reader } = opened.value
  try {
    return reader.snapshot(() => {
      const order = findOrder(reader, id)
      if (order === undefined) return notFound(say('order'), id)
      const log = readPackedLog(reader, new Map([['order', [id]]]))
      if (!log.ok) return log
      const at = orderCheckpoints(log.value).get(id)
      if (at === undefined) return notFound(say('log entry of the order'), id)
      const checkpoint = { ...at, keyId }
      const { demo } = readWorkspaceMeta(reader)
      const pdf = renderPdf(orderConfirmation({ order, checkpoint, demo, language }))
      return {
        ok: true,
        value: {
          name: `order-${id}.${language}.pdf`,
          pdf: Buffer.from(pdf).toString('base64'),
          orderDigest: orderDigest(order),
          fingerprint: checkpointFingerprint(checkpoint),
          size: checkpoint.size,
          keyId,
        },
      }
    })
  } finally {
    opened.value.close()
  }
}
