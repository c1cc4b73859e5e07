import { type Checkpoint, checkpointFingerprint } from '../../../core/audit/checkpoint.ts'
import { orderDigest } from '../../../core/audit/orderDigest.ts'
import { keyFingerprint } from '../../../core/audit/signedCheckpoint.ts'
import type { Order } from '../../../core/contract/orders.ts'
import type { DocumentBlock, DocumentContent } from './documentContent.ts'
import { createDocumentWriter, type DocumentLanguage, type DocumentWriter, filled } from './documentWriter.ts'

export type ConfirmationOf = {
  readonly order: Order
  /** Of the log right after the order's own last entry: every pack that holds the order can be compared with it. */
  readonly checkpoint: Checkpoint
  readonly demo: boolean
  readonly language: DocumentLanguage
}

/** What an order is, what was paid and what was forecast, with the fingerprints that a pack shows too (L22, L33). */
export function orderConfirmation({ order, checkpoint, demo, language }: ConfirmationOf): DocumentContent {
  const writer = createDocumentWriter(language)
  const { words } = writer
  const { row } = order
  const fingerprint = checkpointFingerprint(checkpoint)
  return {
    lang: words.lang,
    title: words.confirmation.title,
    subtitle: filled(words.confirmation.by, { video: row.videoTitle, creator: row.creatorHandle }),
    foot: `${filled(words.confirmation.subject, { id: row.id })} · ${words.prints.checkpoint} ${fingerprint}`,
    pageWords: words.page,
    at: checkpoint.at,
    blocks: [
      ...(demo ? [{ kind: 'note', text: words.demo } as const] : []),
      { kind: 'heading', text: words.confirmation.order },
      { kind: 'facts', rows: orderFacts(order, writer) },
      { kind: 'heading', text: words.confirmation.payment },
      ...paymentBlocks(order, writer),
      { kind: 'heading', text: words.confirmation.forecast },
      ...forecastBlocks(order, writer),
      { kind: 'heading', text: words.confirmation.delivery },
      ...deliveryBlocks(order, writer),
      { kind: 'heading', text: words.prints.title },
      { kind: 'text', text: words.prints.text },
      { kind: 'facts', rows: printFacts(order, checkpoint, writer) },
      { kind: 'heading', text: words.limits.title },
      ...words.limits.confirmation.map(text => ({ kind: 'text', text }) as const),
    ],
  }
}

type Facts = readonly (readonly [string, string])[]

function orderFacts({ row, draft }: Order, { words, ...write }: DocumentWriter): Facts {
  const names = words.confirmation
  return [
    [names.id, row.id],
    [names.state, words.state[row.state]],
    [names.market, words.market[row.market]],
    [names.creator, row.creatorHandle],
    [names.video, row.videoTitle],
    [names.product, row.productName],
    [names.goal, words.goal[row.goal]],
    [names.entrance, words.entrance[draft.entrance]],
    [names.audience, audienceWords(row, words)],
    [names.starts, write.local(row.startsAt, row.market)],
    [names.days, write.number(row.durationDays)],
    [names.pacing, words.pacing[draft.pacing]],
    [names.budget, write.money(row.currency, row.budgetMinor)],
    [names.target, filled(names.clicks, { count: write.number(row.targetLinkClicks) })],
    [names.payer, words.payer[row.payer]],
  ]
}

function audienceWords({ audience }: Order['row'], { audience: names }: DocumentWriter['words']): string {
  if (audience.kind === 'automatic') return names.automatic
  const { ageBands, genders, interests } = audience
  return [
    `${names.custom}: ${ageBands.join(', ')}`,
    genders.map(gender => names[gender]).join(', '),
    ...(interests.length === 0 ? [] : [filled(names.interests, { list: interests.join(', ') })]),
  ].join('; ')
}

function paymentBlocks({ row, payment }: Order, { words, ...write }: DocumentWriter): DocumentBlock[] {
  const names = words.confirmation
  if (payment === null) return [{ kind: 'text', text: names.unpaid }]
  const amount = (minor: number) => write.money(payment.currency, minor)
  const rate = write.percent(payment.taxRate).slice(0, -1)
  const rows: Facts = [
    [names.paidAt, write.moment(payment.paidAt, row.market)],
    [names.method, words.method[payment.method]],
    [names.reference, payment.reference],
    [names.net, amount(payment.netMinor)],
    [filled(names.tax, { rate }), amount(payment.taxMinor)],
    ...(payment.couponMinor === 0 ? [] : [[names.coupon, amount(-payment.couponMinor)] as const]),
    ...(payment.withheldMinor === 0 ? [] : [[names.withheld, amount(payment.withheldMinor)] as const]),
    ...(payment.vatNumber === null ? [] : [[names.vat, payment.vatNumber] as const]),
    [names.total, amount(payment.grossMinor - payment.couponMinor)],
  ]
  return [{ kind: 'facts', rows }]
}

function forecastBlocks({ forecast }: Order, { words, ...write }: DocumentWriter): DocumentBlock[] {
  const names = words.confirmation
  if (forecast === null) return [{ kind: 'text', text: names.noForecast }]
  const { p10, p50, p90 } = forecast.totals.linkClicks
  const shown = (value: number | null) => (value === null ? words.unknown : write.number(value))
  return [
    { kind: 'text', text: filled(names.interval, { low: shown(p10), high: shown(p90), median: shown(p50) }) },
    {
      kind: 'facts',
      rows: [
        [names.reached, write.percent(forecast.probability.targetReached)],
        [names.model, `${forecast.modelVersion} · ${forecast.profileVersion}`],
        [names.chance, `${forecast.seed} · ${write.number(forecast.replicates)}`],
      ],
    },
  ]
}

function deliveryBlocks({ row, deliveries }: Order, { words, ...write }: DocumentWriter): DocumentBlock[] {
  const names = words.confirmation
  if (deliveries.length === 0) return [{ kind: 'text', text: names.noDelivery }]
  const impressions = deliveries.reduce((sum, day) => sum + day.impressions, 0)
  const days = [deliveries[0]?.date, deliveries.at(-1)?.date].map(date => write.day(date ?? ''))
  const rows: Facts = [
    [names.reported, `${write.number(deliveries.length)} (${days.join(' – ')})`],
    [names.impressions, write.number(impressions)],
    [names.linkClicks, write.number(row.linkClicks ?? 0)],
    [names.conversions, row.conversions === null ? words.unknown : write.number(row.conversions)],
    [names.spent, write.money(row.currency, row.spentMinor ?? 0)],
  ]
  const isSimulated = deliveries.some(({ source }) => source === 'simulated')
  return [{ kind: 'facts', rows }, ...(isSimulated ? [{ kind: 'note', text: names.simulated } as const] : [])]
}

function printFacts(order: Order, checkpoint: Checkpoint, { words, ...write }: DocumentWriter): Facts {
  const names = words.prints
  const { size, at, root, keyId } = checkpoint
  return [
    [names.order, orderDigest(order)],
    [names.forecast, order.forecast?.digest ?? words.none],
    [names.checkpoint, checkpointFingerprint(checkpoint)],
    [names.size, filled(names.entries, { count: write.number(size), at: write.utc(at) })],
    [names.root, root],
    [names.key, keyFingerprint(keyId)],
  ]
}
