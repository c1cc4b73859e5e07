import { openBackend, withDraft } from './testBackend.ts'

// A process that pays orders one after another until it is killed. It says the id of each order before it asks for the
// payment and after the payment is acknowledged.
const dataDir = process.argv[2]
if (dataDir === undefined) throw new Error('expected a data folder')
const open = await openBackend(dataDir)
const existing = await open.get('listVideos', {})
const video = existing[0] ?? (await withDraft(open)).video
const drafts = await open.get('listOrders', {})
const first =
  drafts[0] ??
  (() => {
    throw new Error('no order')
  })()
const { draft } = await open.get('getOrder', { id: first.id })
for (let n = 0; ; n++) {
  const order = await open.get('saveDraft', {
    id: null,
    draft: { ...draft, videoId: video.id, budgetMinor: 1000 + n },
  })
  const { runId } = await open.get('startForecast', {
    draft: { ...draft, budgetMinor: 1000 + n },
    seed: 1,
    replicates: 10,
    key: 'pay',
  })
  const ended = await open.untilRunEnds(runId)
  if (ended.kind !== 'done' || ended.forecast === null) throw new Error(JSON.stringify(ended))
  process.stdout.write(`asks ${order.id}\n`)
  await open.get('payOrder', {
    id: order.id,
    commandId: `command-${order.id}`,
    method: 'card',
    reference: 'R',
    seed: 1,
    replicates: 10,
    digest: ended.forecast.digest,
  })
  process.stdout.write(`paid ${order.id}\n`)
}
