import type { Method, Request } from '../../../core/contract/contract.ts'

/** A good request of each kind about audits; `key` is of a finding that is known. */
export function auditRequests({ orderId, key }: { readonly orderId: string; readonly key: string }) {
  return {
    startAudit: { from: null, to: null, orderId: null },
    startReruns: { from: null, to: null, orderId: null },
    startIntegrityCheck: {},
    getAudit: {},
    listFindings: { rules: [], severities: [], state: null, orderId: null, from: 0, count: 100 },
    getFinding: { key },
    listDecisions: { key },
    decideFinding: { key, decision: 'accepted', reason: 'Agreed with the platform' },
    getTolerances: {},
    saveTolerances: { countShare: 0.02, moneyMinor: 1, invalidShare: 0.05 },
    getInvoice: { id: orderId },
    recordInvoice: {
      id: orderId,
      invoice: {
        number: 'INV-1',
        issuedOn: '2026-11-30',
        netMinor: 7000,
        taxMinor: 1400,
        impressions: null,
        grossImpressions: null,
      },
    },
  } satisfies Partial<{ [M in Method]: Request<M> }>
}
