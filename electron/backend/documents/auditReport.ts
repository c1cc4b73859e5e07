import { ruleIds } from '../../../core/audit/auditWords.ts'
import { auditRuleWordsId } from '../../../core/audit/auditWordsId.ts'
import type { PackedFinding, PackManifest } from '../../../core/audit/evidencePack.ts'
import { keyFingerprint } from '../../../core/audit/signedCheckpoint.ts'
import { todayIn } from '../../../core/market/marketClock.ts'
import type { PackedOrder } from '../evidence/packRecords.ts'
import type { DocumentBlock, DocumentContent } from './documentContent.ts'
import { createDocumentWriter, type DocumentLanguage, type DocumentWriter, filled } from './documentWriter.ts'
import type { DocumentWords } from './words/en.ts'

export type ReportOf = {
  readonly manifest: Omit<PackManifest, 'files'>
  readonly orders: readonly PackedOrder[]
  readonly findings: readonly PackedFinding[]
  readonly language: DocumentLanguage
}

/** More rows are in the tables of the pack. */
const mostOrders = 200
const mostFindings = 100

/** What a pack holds and what was found, on paper, with the fingerprints that the verifier prints (L22, L33). */
export function auditReport(report: ReportOf): DocumentContent {
  const { manifest, orders, language } = report
  const writer = createDocumentWriter(language)
  const { words } = writer
  const { checkpointFingerprint: fingerprint, createdAt, workspace } = manifest
  return {
    lang: words.lang,
    title: words.report.title,
    subtitle: filled(words.report.subject, { count: writer.number(orders.length) }),
    foot: `${words.report.title} · ${words.prints.checkpoint} ${fingerprint}`,
    pageWords: words.page,
    at: createdAt,
    blocks: [
      ...(workspace.demo ? [{ kind: 'note', text: words.demo } as const] : []),
      { kind: 'heading', text: words.report.scope },
      { kind: 'facts', rows: scopeFacts(manifest, writer) },
      { kind: 'heading', text: words.prints.title },
      { kind: 'facts', rows: printFacts(manifest, writer) },
      { kind: 'heading', text: words.report.money },
      moneyTable(orders, writer),
      { kind: 'heading', text: words.report.findings },
      ...findingBlocks(report, writer),
      { kind: 'heading', text: words.report.coverage },
      { kind: 'text', text: coverageWords(orders, writer) },
      { kind: 'heading', text: words.limits.title },
      ...words.limits.report.map(text => ({ kind: 'text', text }) as const),
      { kind: 'heading', text: words.report.list },
      ...orderBlocks(orders, writer),
    ],
  }
}

type Facts = readonly (readonly [string, string])[]

function scopeFacts(manifest: ReportOf['manifest'], { words, ...write }: DocumentWriter): Facts {
  const names = words.report
  const { scope, counts, checkpoint } = manifest
  const entries = { count: write.number(counts.entries), size: write.number(checkpoint.size) }
  return [
    [names.period, periodWords(scope, { words, ...write })],
    [names.made, write.utc(manifest.createdAt)],
    [names.program, `${manifest.program} · ${manifest.modelVersion}`],
    [names.workspace, manifest.workspace.id],
    [names.orders, write.number(counts.orders)],
    [names.transfers, write.number(counts.transfers)],
    [names.entries, filled(scope.wholeLog ? names.wholeLog : names.partLog, entries)],
  ]
}

function periodWords({ from, to, orders }: PackManifest['scope'], { words, day }: DocumentWriter): string {
  const names = words.report
  if (orders !== null) return names.named
  const parts = [
    ...(from === null ? [] : [filled(names.from, { from: day(from) })]),
    ...(to === null ? [] : [filled(names.to, { to: day(to) })]),
  ]
  return parts.length === 0 ? names.all : parts.join(' ')
}

function printFacts(manifest: ReportOf['manifest'], { words, ...write }: DocumentWriter): Facts {
  const names = words.prints
  const { size, at, root, keyId } = manifest.checkpoint
  return [
    [names.checkpoint, manifest.checkpointFingerprint],
    [names.size, filled(names.entries, { count: write.number(size), at: write.utc(at) })],
    [names.root, root],
    [names.key, keyFingerprint(keyId)],
  ]
}

function moneyTable(orders: readonly PackedOrder[], { words, ...write }: DocumentWriter): DocumentBlock {
  const names = words.report
  const rows = (['GBP', 'IDR'] as const).flatMap(currency => {
    const paid = orders.flatMap(({ payment }) => (payment?.currency === currency ? [payment] : []))
    const own = orders.filter(({ row }) => row.currency === currency)
    if (own.length === 0) return []
    const sum = (values: readonly number[]) =>
      write.money(
        currency,
        values.reduce((a, b) => a + b, 0),
      )
    return [
      [
        currency,
        write.number(own.length),
        sum(paid.map(({ netMinor }) => netMinor)),
        sum(paid.map(({ taxMinor }) => taxMinor)),
        sum(paid.map(({ grossMinor, couponMinor }) => grossMinor - couponMinor)),
        sum(own.map(({ row }) => row.spentMinor ?? 0)),
      ],
    ]
  })
  const amount = (title: string) => ({ title, share: 0.19, align: 'right' }) as const
  return {
    kind: 'table',
    columns: [
      { title: names.currency, share: 0.14 },
      { title: names.count, share: 0.1, align: 'right' },
      amount(names.net),
      amount(names.tax),
      amount(names.total),
      amount(names.spent),
    ],
    rows,
  }
}

function findingBlocks(
  { findings, language }: ReportOf,
  { words, ...write }: DocumentWriter,
): DocumentBlock[] {
  const names = words.report
  if (findings.length === 0) return [{ kind: 'text', text: names.noFindings }]
  const left = findings.length - mostFindings
  return [
    {
      kind: 'table',
      columns: [
        { title: names.severity, share: 0.13 },
        { title: names.rule, share: 0.1 },
        { title: names.finding, share: 0.6 },
        { title: names.status, share: 0.17 },
      ],
      rows: findings.slice(0, mostFindings).map(finding => findingRow(finding, language, words)),
    },
    ...(left > 0
      ? [{ kind: 'text', text: filled(names.moreFindings, { count: write.number(left) }) } as const]
      : []),
  ]
}

/** Rules are named in the language of the document. */
function findingRow(
  { severity, rule, title, status }: PackedFinding,
  language: DocumentLanguage,
  { report: { severities, statuses } }: DocumentWords,
): readonly string[] {
  const known = ruleIds.find(id => id === rule)
  const name = language === 'id' && known !== undefined ? auditRuleWordsId[known].name : title
  return [severities[severity], rule, name, statuses[status]]
}

/** How many completed orders came inside the 80% interval of their frozen forecast (A20). */
function coverageWords(orders: readonly PackedOrder[], { words, number }: DocumentWriter): string {
  const compared = orders.flatMap(({ row, linkClicks }) => {
    const { p10 = null, p90 = null } = linkClicks ?? {}
    if (row.state !== 'completed' || row.linkClicks === null || p10 === null || p90 === null) return []
    return [row.linkClicks >= p10 && row.linkClicks <= p90]
  })
  if (compared.length === 0) return words.report.noCoverage
  const inside = compared.filter(Boolean).length
  return filled(words.report.coverageText, { inside: number(inside), count: number(compared.length) })
}

function orderBlocks(orders: readonly PackedOrder[], { words, ...write }: DocumentWriter): DocumentBlock[] {
  const names = words.report
  const clicks = ({ row, linkClicks }: PackedOrder) => {
    const { p10 = null, p90 = null } = linkClicks ?? {}
    const interval = p10 === null || p90 === null ? '–' : `${write.number(p10)}–${write.number(p90)}`
    return `${interval}, ${row.linkClicks === null ? '–' : write.number(row.linkClicks)}`
  }
  const left = orders.length - mostOrders
  return [
    {
      kind: 'table',
      columns: [
        { title: names.order, share: 0.36 },
        { title: names.paid, share: 0.19 },
        { title: names.state, share: 0.13 },
        { title: names.total, share: 0.15, align: 'right' },
        { title: names.clicks, share: 0.17, align: 'right' },
      ],
      rows: orders
        .slice(0, mostOrders)
        .map(order => [
          `${order.row.videoTitle}, ${order.row.creatorHandle}`,
          order.payment === null ? '–' : write.day(todayIn(order.row.market, order.payment.paidAt)),
          words.state[order.row.state],
          order.payment === null
            ? '–'
            : write.money(order.row.currency, order.payment.grossMinor - order.payment.couponMinor),
          clicks(order),
        ]),
    },
    ...(left > 0 ? [{ kind: 'text', text: filled(names.more, { count: write.number(left) }) } as const] : []),
  ]
}
