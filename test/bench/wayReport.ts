import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const ads = 20_000
const header =
  'By Day,Campaign name,Ad group name,Ad name,Ad ID,Cost,Impressions,Reach,Clicks (destination),Conversions,Currency'

/** A report of an ads platform: so many rows, days of twenty thousand ads. */
export async function writeReport(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file)
  out.write(`${header}\n`)
  for (let from = 0; from < rows; from += 10_000) {
    let text = ''
    for (let i = from; i < Math.min(rows, from + 10_000); i++) text += `${lineOf(i)}\n`
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

function lineOf(i: number): string {
  const ad = i % ads
  const day = String(1 + (Math.floor(i / ads) % 28)).padStart(2, '0')
  const month = String(1 + Math.floor(i / ads / 28)).padStart(2, '0')
  return `2026-${month}-${day},Campaign ${ad % 50},Group ${ad % 500},Ad ${ad},${1_790_000_000_000 + ad},${(i % 9000) / 100},${1000 + (i % 500)},${900 + (i % 100)},${i % 40},${i % 3},GBP`
}
