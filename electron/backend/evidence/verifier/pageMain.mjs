import { blobSource } from './blobSource.mjs'
import { reportLines } from './report.mjs'
import { verifyPack } from './verifyPack.mjs'

const byId = id => document.getElementById(id)

async function verifyChosen() {
  const [pack] = byId('pack').files
  const [checkpoint] = byId('checkpoint').files
  if (pack === undefined) return
  const out = byId('result')
  out.textContent = '…'
  out.dataset.ok = ''
  const keyId = byId('key').value.trim()
  const verdict = await verifyPack(blobSource(pack), {
    checkpoint: checkpoint === undefined ? undefined : await checkpoint.text(),
    keyId: keyId === '' ? undefined : keyId,
  })
  out.dataset.ok = String(verdict.ok)
  out.textContent = reportLines(pack.name, verdict).join('\n')
}

for (const id of ['pack', 'checkpoint', 'key']) byId(id).addEventListener('change', () => void verifyChosen())
