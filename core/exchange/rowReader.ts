import { currencyCodes } from '../history/codes.ts'
import { mostOf } from '../history/readRow.ts'
import { say } from '../words/say.ts'
import { CellReader } from './cellReader.ts'
import { isNothing } from './cellText.ts'
import { callsItselfTotal, type Column, columnsOf } from './columns.ts'
import type { ExchangeRow, Recognition, RowProblem } from './exchangeRow.ts'
import { specOf } from './formats/formats.ts'
import type { Field } from './formats/formatSpec.ts'
import { HistoryReader } from './historyReader.ts'
import { currencyOf } from './readNumber.ts'
import type { SourceRow } from './sourceRow.ts'

/** What becomes of a row; one that is left out comes as far as it can be read. `unsure` may be a total, which the end of the file tells; `refused` is the whole file. */
export type RowRead =
  | { readonly kind: 'row'; readonly row: ExchangeRow; readonly warnings: readonly RowProblem[] }
  | { readonly kind: 'left'; readonly problem: RowProblem; readonly row: ExchangeRow | null }
  | { readonly kind: 'unsure'; readonly row: ExchangeRow; readonly isCalledTotal: boolean }
  | { readonly kind: 'refused'; readonly problem: RowProblem }
  | { readonly kind: 'blank' }

const blank = { kind: 'blank' } as const
const whoFields: readonly Field[] = [
  'names.campaign',
  'names.group',
  'names.ad',
  'names.video',
  'names.product',
  'ids.campaign',
  'ids.group',
  'ids.ad',
  'ids.video',
  'ids.product',
  'ids.order',
]

/** Reads the rows of one file by what was recognised of it. */
export class RowReader {
  private readonly cells: CellReader
  private readonly recognition: Recognition
  private readonly columns: ReadonlyMap<string, Column>
  private readonly extras: readonly (readonly [name: string, column: Column])[]
  private readonly who: readonly Column[]
  private readonly kind: ExchangeRow['kind']
  private readonly isSheet: boolean
  private readonly history: HistoryReader | undefined

  /** `serials` is the system by which a spreadsheet counts its days. */
  constructor(recognition: Recognition, serials: 1900 | 1904 = 1900) {
    const columns = columnsOf(recognition)
    this.recognition = recognition
    this.columns = new Map(columns.map(column => [column.field, column]))
    this.cells = new CellReader(recognition, serials, this.columns.get('currency'))
    this.extras = columns.flatMap(column =>
      column.field.startsWith('extra.') ? [[column.field.slice('extra.'.length), column] as const] : [],
    )
    this.who = whoFields.flatMap(field => this.columns.get(field) ?? [])
    this.kind = specOf(recognition.format).kind
    this.isSheet = recognition.delimiter === null
    this.history = recognition.format === 'deliveryHistory' ? new HistoryReader(recognition) : undefined
  }

  read(source: SourceRow): RowRead {
    if (this.history !== undefined) return this.history.read(source)
    const { cells } = this
    cells.begin(source)
    const hasNobody =
      this.who.length > 0 && this.who.every(({ place }) => isNothing((source.cells[place] ?? '').trim()))
    if (hasNobody && source.cells.every(cell => isNothing(cell.trim()))) return blank
    const isCalledTotal = callsItselfTotal(source)
    if (!isCalledTotal) this.checkWidth(source)
    const row = this.rowOf(source)
    if (cells.refusal !== undefined) return { kind: 'refused', problem: cells.refusal }
    if (this.isUnsure(row, isCalledTotal, hasNobody)) return { kind: 'unsure', row, isCalledTotal }
    this.checkWhole(row)
    const { problem, warnings } = cells
    return problem === undefined ? { kind: 'row', row, warnings } : { kind: 'left', problem, row }
  }

  /** A total has no id of its own and no day; a campaign may be called Total and have both. */
  private isUnsure({ ids, from }: ExchangeRow, isCalledTotal: boolean, hasNobody: boolean): boolean {
    if (hasNobody) return true
    if (!isCalledTotal) return false
    const hasOwnId = (ids.ad ?? ids.group ?? ids.campaign ?? ids.video ?? ids.order) !== null
    return !hasOwnId && (from === null || !this.columns.has('from') || this.columns.has('to'))
  }

  private rowOf(source: SourceRow): ExchangeRow {
    const { cells } = this
    const at = (field: Field) => this.columns.get(field)
    const { period = null } = this.recognition
    const from = cells.date(at('from')) ?? period?.from ?? null
    const to = cells.date(at('to')) ?? period?.to ?? from
    const spend = cells.amount(at('spend'))
    const revenue = cells.amount(at('revenue'))
    return {
      line: source.line,
      kind: this.kind,
      from,
      to,
      names: {
        campaign: cells.name(at('names.campaign')),
        group: cells.name(at('names.group')),
        ad: cells.name(at('names.ad')),
        video: cells.name(at('names.video')),
        product: cells.name(at('names.product')),
        account: cells.name(at('names.account')),
        creator: cells.name(at('names.creator')),
      },
      ids: {
        campaign: cells.id(at('ids.campaign')),
        group: cells.id(at('ids.group')),
        ad: cells.id(at('ids.ad')),
        video: cells.id(at('ids.video')),
        product: cells.id(at('ids.product')),
        order: cells.id(at('ids.order')),
      },
      currency: this.currency(),
      spend,
      revenue,
      impressions: cells.count(at('impressions')),
      grossImpressions: cells.count(at('grossImpressions')),
      reach: cells.count(at('reach')),
      linkClicks: cells.count(at('linkClicks')),
      pageViews: cells.count(at('pageViews')),
      conversions: cells.count(at('conversions'), false),
      extra: this.extra(),
    }
  }

  /** The currency of a row's own column, else of the symbol before its amount, else of the header. Two that differ are wrong (H35). */
  private currency(): string | null {
    const { cells } = this
    const column = this.columns.get('currency')
    const code = cells.name(column)?.toUpperCase() ?? null
    if (column !== undefined && code !== null && !currencyCodes.has(code))
      return cells.note('currency', column, code, say('a currency code of ISO 4217, like GBP'))
    const money = this.columns.get('spend') ?? this.columns.get('revenue')
    const symbol = currencyOf(cells.text(money)) ?? null
    const said = code ?? this.recognition.currency
    if (said !== null && symbol !== null && said !== symbol)
      return cells.note(
        'currency',
        money ?? null,
        cells.text(money),
        say('an amount in {{currency}}, as the file says', { currency: said }),
      )
    return said ?? symbol
  }

  private extra(): Readonly<Record<string, string>> {
    const extra: Record<string, string> = {}
    for (const [name, column] of this.extras) {
      const text = this.cells.text(column)
      if (!isNothing(text)) extra[name] = this.cells.extra(column, text)
    }
    return extra
  }

  private checkWidth({ cells }: SourceRow): void {
    const { length } = this.recognition.headers
    const isWrong = this.isSheet
      ? cells.slice(length).some(cell => cell.trim() !== '')
      : cells.length < length || cells.slice(length).some(cell => cell.trim() !== '')
    if (isWrong)
      this.cells.note(
        'cells',
        null,
        { said: say('{{cells}} cells', { cells: cells.length }) },
        say('{{cells}} cells, as in the header', { cells: length }),
      )
  }

  private checkWhole(row: ExchangeRow): void {
    const { cells, columns } = this
    const { from, to, ids } = row
    const [start, end, order] = [columns.get('from'), columns.get('to') ?? null, columns.get('ids.order')]
    if (start !== undefined && from === null)
      cells.note('noDate', start, cells.text(start), say('the day of the row'))
    if (from !== null && to !== null && to < from)
      cells.note('dateOrder', end, to, say('{{from}}, its start, or later', { from }))
    if (this.kind === 'affiliateOrder' && order !== undefined && ids.order === null)
      cells.note('noId', order, cells.text(order), say('the id of an order'))
    this.checkCounts(row)
  }

  private checkCounts({ impressions, linkClicks, reach }: ExchangeRow): void {
    if (impressions === null) return
    const { cells, columns } = this
    const most = mostOf(impressions)
    const expected = () => say('at most {{impressions}}, its impressions', { impressions })
    if (linkClicks !== null && linkClicks > most)
      cells.note(
        'moreClicksThanImpressions',
        columns.get('linkClicks') ?? null,
        String(linkClicks),
        expected(),
      )
    if (reach !== null && reach > most)
      cells.note('moreReachThanImpressions', columns.get('reach') ?? null, String(reach), expected())
  }
}
