import type { Method, Request } from '../../../core/contract/contract.ts'
import type { OrderDraft } from '../../../core/contract/orders.ts'

type Named = {
  readonly draft: OrderDraft
  readonly orderId: string
  /** Uploads: one on its way, and a whole one. */
  readonly sent: string
  readonly whole: string
  /** A history. */
  readonly imported: string
}

/** A right request of each kind about learning and assumptions. */
export function learningRequests({ draft, orderId, sent, whole, imported }: Named) {
  return {
    openUpload: { name: 'history.csv', bytes: 9 },
    sendUpload: { uploadId: sent, offset: 0, data: 'dW5pdF9pZA==' },
    closeUpload: { uploadId: sent },
    listHistories: {},
    startHistoryImport: { uploadId: whole },
    removeHistory: { id: imported },
    restoreHistory: { id: imported },
    getLearning: {},
    startLearning: {},
    getForecastBasis: { draft, orderId: orderId },
    startBacktest: { source: { kind: 'all' }, split: { kind: 'folds', folds: 2 }, targets: ['linkClicks'] },
    getAccuracy: {},
    getProfile: { market: 'GB' },
    editProfileEntry: {
      market: 'GB',
      entry: 'cpmMedian',
      value: 9.1,
      source: 'Own orders',
      date: '2026-11',
      grade: 'C',
      reason: 'Prices rose',
    },
    startEffect: {
      market: 'GB',
      entry: 'cpmMedian',
      value: 9.4,
      orderId: orderId,
      seed: 1,
      replicates: 10,
      key: 'effect',
    },
  } satisfies Partial<{ [M in Method]: Request<M> }>
}
