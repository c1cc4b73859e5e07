import type { LogEntry } from '../../../../core/audit/logEntry.ts'
import { forgedZips, type Forgery } from './forgedZips.ts'
import { closePack, type Files, otherKey, resealed, rewritten, withLines } from './forgePack.ts'

const chain = 'log/chain.jsonl'
/** An entry in the middle: its number, and its line less one. */
const middle = 7

const inChain = (change: (lines: string[]) => string[]) => (files: Files) =>
  closePack(withLines(files, chain, change))
const edited = (line: string) => line.replace('"who":"user"', '"who":"auditor"')
const later = (line: string) => line.replace(/"at":(\d+)/, (_, at: string) => `"at":${Number(at) + 60_000}`)
const place = (line: number) => `log entry ${line} (${chain}, line ${line + 1})`

/** Pretends less: the same entries, one payment smaller everywhere that the log tells of it. */
const cheaper = (entries: LogEntry[]): LogEntry[] =>
  entries.map(entry => ({
    ...entry,
    payload: JSON.parse(JSON.stringify(entry.payload).replace('"netMinor":7000', '"netMinor":6000')),
  }))
/** And the key that the log names is the forger's. */
const withKey =
  (keyId: string) =>
  (entries: LogEntry[]): LogEntry[] =>
    entries.map(entry =>
      entry.what === 'recordKey' ? { ...entry, payload: { ...Object(entry.payload), keyId } } : entry,
    )

export const forgeries: readonly Forgery[] = [
  {
    name: 'edit a field',
    forge: inChain(lines => lines.with(middle, edited(lines[middle]!))),
    code: 'changed_line',
    entry: place(middle),
    message: /the person of this entry is auditor/,
  },
  {
    name: 'edit what an entry says',
    forge: inChain(lines => lines.with(middle, lines[middle]!.replace('"payload":{', '"payload":{"a":1,'))),
    code: 'changed_line',
    entry: place(middle),
    message: /^this line was changed$/,
  },
  {
    name: 'delete',
    forge: inChain(lines => lines.toSpliced(middle, 1)),
    code: 'missing_line',
    entry: place(middle),
    message: /a line was deleted here/,
  },
  {
    name: 'insert',
    forge: inChain(lines => lines.toSpliced(middle, 0, edited(lines[middle]!))),
    code: 'added_line',
    entry: place(middle),
    message: /a line was inserted here/,
  },
  {
    name: 'swap two',
    forge: inChain(lines => lines.toSpliced(middle, 2, lines[middle + 1]!, lines[middle]!)),
    code: 'swapped_lines',
    entry: place(middle),
    message: /this line and the next one changed places/,
  },
  {
    name: 'truncate the tail',
    forge: inChain(lines => lines.slice(0, -3)),
    code: 'cut_off',
    entry: /^log entry \d+ \(log\/chain.jsonl, line \d+\)$/,
    message: /its last 3 lines were cut off/,
  },
  {
    name: 'truncate the tail and seal it anew with the right key',
    forge: (files, key) => {
      const cut = rewritten(files, entries => entries.slice(0, -1))
      return closePack(resealed(cut.files, key, cut.checkpoint))
    },
    knows: 'checkpoint',
    code: 'tail_cut_off',
    entry: /^log entry \d+$/,
    message: /the tail was cut off/,
  },
  {
    name: 'duplicate',
    forge: inChain(lines => lines.toSpliced(middle, 0, lines[middle - 2]!)),
    code: 'duplicated_line',
    entry: place(middle),
    message: /stands here a second time/,
  },
  {
    name: 'change a time',
    forge: inChain(lines => lines.with(middle, later(lines[middle]!))),
    code: 'changed_line',
    entry: place(middle),
    message: /the time of this entry is .* in log\/chain.jsonl and .* in csv\/log.csv/,
  },
  {
    name: 'change a time and seal it anew',
    forge: (files, key) =>
      closePack(
        resealed(
          withLines(files, chain, lines => lines.with(middle, later(lines[middle]!))),
          key,
        ),
      ),
    code: 'log_entry',
    entry: `log entry ${middle}`,
    message: /entry 8 was written after another entry than this one/,
  },
  {
    name: 'swap a checkpoint',
    forge: files =>
      closePack({ ...files, 'checkpoint.json': resealed(files, otherKey, { size: 5 })['checkpoint.json']! }),
    code: 'checkpoint',
    entry: 'checkpoint.json',
    message: /another checkpoint than the one that the manifest was signed with/,
  },
  {
    name: 'change only a CSV',
    forge: files =>
      closePack(
        withLines(files, 'csv/payments.csv', lines => lines.with(1, lines[1]!.replace('7000', '6000'))),
      ),
    code: 'changed_line',
    entry: 'csv/payments.csv, line 2',
    message: /this line was changed/,
  },
  {
    name: 're-sign with another key',
    forge: files => closePack(resealed(files, otherKey)),
    knows: 'key',
    code: 'key',
    entry: 'public-key.pem',
    message: /somebody else signed it/,
  },
  {
    name: 're-sign with another key, when only a checkpoint is known',
    forge: files => closePack(resealed(files, otherKey)),
    knows: 'checkpoint',
    code: 'key',
    entry: 'public-key.pem',
    message: /the checkpoint that was given by/,
  },
  {
    name: 're-sign with another key, when nothing is known',
    forge: files => closePack(resealed(files, otherKey)),
    code: 'key',
    entry: /^log entry \d+$/,
    message: /the log names key [0-9a-f]{32}, the pack is signed by/,
  },
  {
    name: 'write the whole log anew, when a checkpoint is known',
    forge: (files, key) => {
      const forged = rewritten(files, cheaper)
      return closePack(resealed(forged.files, key, forged.checkpoint))
    },
    knows: 'checkpoint',
    code: 'other_history',
    entry: /^log entry \d+$/,
    message: /this is another history/,
  },
  {
    name: 'write the log anew but not the payment',
    forge: (files, key) => {
      const forged = rewritten(files, cheaper)
      return closePack(resealed(forged.files, key, forged.checkpoint))
    },
    code: 'payment',
    entry: /^order /,
    message: /netMinor is 7000, the log says 6000/,
  },
  {
    name: 'change a forecast and seal it anew',
    forge: (files, key) =>
      closePack(
        resealed(
          withLines(files, 'records/forecasts.jsonl', lines =>
            lines.with(0, lines[0]!.replace(/"ownDataWeight":[\d.]+/, '"ownDataWeight":0.5')),
          ),
          key,
        ),
      ),
    code: 'forecast',
    entry: /^forecast of order /,
    message: /its numbers make sha256:/,
  },
  {
    name: 'change the ledger and seal it anew',
    forge: (files, key) =>
      closePack(
        resealed(
          withLines(files, 'records/ledger.jsonl', lines =>
            lines.with(0, lines[0]!.replace(/"minor":(\d+)/, '"minor":1')),
          ),
          key,
        ),
      ),
    code: 'ledger',
    entry: /^transfer .* of order /,
    message: /its lines add up to -?\d+, expected 0/,
  },
  {
    name: 'change deliveries and seal them anew',
    forge: (files, key) =>
      closePack(
        resealed(
          withLines(files, 'records/orders.jsonl', lines =>
            lines.with(1, lines[1]!.replace('"linkClicks":10,', '"linkClicks":99,')),
          ),
          key,
        ),
      ),
    code: 'delivery',
    entry: /^order /,
    message: /its days have 122 linkClicks, the reports in the log 33/,
  },
  ...forgedZips,
]

/** A log written anew with the forger's own key named in it: nothing in the pack contradicts it. */
export function wholeForgery(files: Files, keyId: string): Uint8Array {
  const forged = rewritten(files, withKey(keyId))
  return closePack(resealed(forged.files, otherKey, forged.checkpoint))
}
