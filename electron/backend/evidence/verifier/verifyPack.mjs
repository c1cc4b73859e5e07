import { firstChangedLine } from './checkLines.mjs'
import { entryName, isConsistent, readChain, rootOfPath } from './checkLog.mjs'
import { changedHead, createOrderLog, createTableCheck, recordFaults } from './checkRecords.mjs'
import {
  checkCheckpointSignature,
  checkKey,
  checkOwnCheckpoint,
  checkSignature,
  readCheckpoint,
  readJson,
  readKey,
  readManifest,
} from './checkSeal.mjs'
import { Fault, linesOf, readZip, textOf, unpack } from './readZip.mjs'
import { bytesOfHex, createSha256, hexOf, sha256, utf8 } from './sha256.mjs'

const packLimits = {
  key: 'Not proved by the pack alone: that the signing key is the right one. Compare the key id with one that you got by another way (--key).',
  tail: 'Not proved by the pack alone: that nothing was cut off at the end of the log. Give a checkpoint that was exported or printed earlier (--checkpoint).',
  truth: 'Not proved by any log: that what was written down was true at the time.',
}

const givenName = 'the checkpoint that was given'
/** Not listed in the manifest: it, and what seals it. */
const sealNames = new Set(['manifest.json', 'manifest.sig'])

/**
 * Checks an evidence pack, entry by entry, never all of it in memory. `checkpoint` is the text of a checkpoint that was kept elsewhere,
 * `keyId` the id of the key that is expected. Answers with all that is wrong, the first bad entry first, and never throws.
 */
export async function verifyPack(source, given = {}) {
  const faults = []
  const attempt = async work => {
    try {
      return await work()
    } catch (error) {
      const fault =
        error instanceof Fault ? error : new Fault('damaged', '', `it cannot be read: ${String(error)}`)
      // A file that is damaged is met by each check that reads it.
      const isKnown = faults.some(({ code, entry }) => code === fault.code && entry === fault.entry)
      if (!isKnown) faults.push({ code: fault.code, entry: fault.entry, message: fault.message })
      return undefined
    }
  }
  const about = {}
  await attempt(() => checkPack(source, { given, attempt, about }))
  const { key, tail, truth } = packLimits
  const limits = [
    ...(given.keyId === undefined && given.checkpoint === undefined ? [key] : []),
    ...(given.checkpoint === undefined ? [tail] : []),
    truth,
  ]
  return { ok: faults.length === 0, first: faults[0] ?? null, faults, about, limits }
}

async function checkPack(source, { given, attempt, about }) {
  const zip = await readZip(source)
  const entry = name => {
    const found = zip.get(name)
    if (found === undefined) throw new Fault('missing_file', name, 'this file is missing from the pack')
    return found
  }
  const pack = {
    names: [...zip.keys()],
    text: name => textOf(entry(name), source),
    lines: name => linesOf(entry(name), source),
    pieces: name => unpack(entry(name), source),
  }
  const readText = pack.text
  const manifestText = await readText('manifest.json')
  const manifest = readManifest(manifestText)
  const signer = await readKey(await readText('public-key.pem'))
  Object.assign(about, aboutPack(manifest, signer))
  const kept = given.checkpoint === undefined ? undefined : readCheckpoint(given.checkpoint, givenName)
  await attempt(async () => checkSignature(manifestText, await readText('manifest.sig'), signer))
  await attempt(() => checkKey(manifest, signer, { keyId: given.keyId, kept }))
  await attempt(async () =>
    checkOwnCheckpoint(
      readCheckpoint(await readText('checkpoint.json'), 'checkpoint.json'),
      manifest,
      signer,
    ),
  )
  await checkFiles(pack, { manifest, attempt })
  if (kept !== undefined) await attempt(() => checkCheckpointSignature(kept, givenName))
  await attempt(() => checkContent({ manifest, signer, kept, pack, attempt }))
}

function aboutPack(
  { checkpoint, checkpointFingerprint, counts, createdAt, findings, scope, workspace },
  { id },
) {
  return {
    keyId: id,
    checkpoint,
    checkpointFingerprint,
    counts,
    createdAt,
    findings,
    wholeLog: scope.wholeLog,
    demo: workspace?.demo === true,
  }
}

/** Every file is as it was listed, none is missing and none was put in; of files of lines the first line that changed. */
async function checkFiles(pack, { manifest, attempt }) {
  const listed = new Set(manifest.files.map(({ name }) => name))
  for (const name of pack.names)
    if (!listed.has(name) && !sealNames.has(name))
      await attempt(() => {
        throw new Fault('unlisted_file', name, 'this file was put into the pack after it was signed')
      })
  const hashes = await lineHashes(manifest, pack)
  for (const file of manifest.files) await attempt(async () => checkFile(file, hashes[file.name], pack))
}

/** None where the table itself was changed: the files are then only told by their own hashes. */
async function lineHashes({ files }, pack) {
  try {
    const text = await pack.text('lines.json')
    const listed = files.find(({ name }) => name === 'lines.json')
    return hexOf(sha256(utf8(text))) === listed?.sha256 ? readJson(text, '') : {}
  } catch {
    return {}
  }
}

async function checkFile({ name, bytes, sha256: listed }, known, pack) {
  const hash = createSha256()
  let length = 0
  for await (const piece of pack.pieces(name)) {
    hash.add(piece)
    length += piece.length
  }
  if (length === bytes && hexOf(hash.end()) === listed) return
  const changed = known === undefined ? undefined : await firstChangedLine(pack.lines(name), known)
  if (changed === undefined)
    throw new Fault('changed_file', name, `expected ${bytes} bytes as they were signed, got ${length} others`)
  const { code, line, words } = changed
  const place = `${name}, line ${line + 1}`
  if (name !== 'log/chain.jsonl') throw new Fault(code, place, words)
  const { seq, text } = await entryAt(pack.lines(name), line)
  const head = code === 'changed_line' ? await headWords(text, pack) : undefined
  throw new Fault(code, `${entryName(seq)} (${place})`, head ?? words)
}

/** Which part of a changed entry was changed, where the table of the log tells. */
async function headWords(line, pack) {
  try {
    const words = await changedHead(pack.lines('csv/log.csv'), JSON.parse(line))
    return words === undefined ? undefined : `this line was changed: ${words}`
  } catch {
    return undefined
  }
}

/** What stands in a line of the chain, and which entry belongs there: entries before it count one each, blocks their leaves. */
async function entryAt(lines, line) {
  let seq = 0
  let at = 0
  for await (const text of lines) {
    if (at++ === line) return { seq, text }
    const leaves = /^\{"block":\{.*"leaves":(\d+)/.exec(text)?.[1]
    seq += leaves === undefined ? 1 : Number(leaves)
  }
  return { seq, text: '' }
}

async function checkContent({ manifest, signer, kept, pack, attempt }) {
  const proofs = readJson(await pack.text('log/proofs.json'), 'log/proofs.json')
  const wanted = new Set((proofs.consistency ?? []).map(({ size }) => size))
  if (kept !== undefined) wanted.add(kept.checkpoint.size)
  const proved = new Set((proofs.inclusion ?? []).map(({ seq }) => seq))
  const orderLog = createOrderLog()
  const table = createTableCheck(pack.lines('csv/log.csv'))
  let named
  const take = async entry => {
    if (entry.what === 'recordKey' && entry.subject.id === 'signing-key') named = entry
    orderLog.take(entry)
    await table.take(entry)
  }
  const chain = await readChain(pack.lines('log/chain.jsonl'), { wanted, proved, take })
  await attempt(() => checkRoot(chain, manifest.checkpoint))
  if (kept !== undefined) await attempt(() => checkKept(chain, kept.checkpoint))
  await attempt(() => checkLoggedKey(named, signer))
  await attempt(() => checkProofs(proofs, chain))
  await attempt(() => table.end())
  // One record at a time: forecasts are large once they are read.
  const records = name => readRecords(pack.lines(`records/${name}.jsonl`), name)
  const [orders, forecasts, ledger] = ['orders', 'forecasts', 'ledger'].map(records)
  for await (const fault of recordFaults({ orders, forecasts, ledger }, orderLog))
    await attempt(() => raise(fault))
}

async function* readRecords(lines, name) {
  let line = 0
  for await (const text of lines) yield readJson(text, `records/${name}.jsonl, line ${++line}`)
}

function raise(fault) {
  throw fault
}

function checkRoot(chain, { size, root }) {
  if (chain.size < size)
    throw new Fault(
      'cut_off',
      entryName(chain.size),
      `the log ends here, its checkpoint counts ${size} entries: the tail was cut off`,
    )
  if (chain.size > size)
    throw new Fault(
      'added_line',
      entryName(size),
      `the log has ${chain.size} entries, its checkpoint counts ${size}`,
    )
  if (chain.root !== root)
    throw new Fault(
      'log_root',
      entryName(size - 1),
      `the entries make root ${chain.root}, the checkpoint says ${root}: the last entry, or one that is left out, was changed`,
    )
}

/** A checkpoint that was kept elsewhere must be a beginning of this log (L22). */
function checkKept(chain, { size, root }) {
  if (size > chain.size)
    throw new Fault(
      'tail_cut_off',
      entryName(chain.size),
      `the log ends here, the checkpoint that was given counts ${size} entries: the tail was cut off`,
    )
  const made = chain.roots.get(size)
  if (made === undefined)
    throw new Fault(
      'cannot_compare',
      entryName(size),
      `the checkpoint that was given ends among entries that this pack leaves out; ask for a pack of the whole log`,
    )
  if (made !== root)
    throw new Fault(
      'other_history',
      entryName(size === 0 ? 0 : size - 1),
      `the first ${size} entries make root ${made}, the checkpoint that was given says ${root}: this is another history, changed at or before this entry`,
    )
}

/** The log itself names the key that its workspace signs with. */
function checkLoggedKey(named, signer) {
  if (named === undefined) throw new Fault('key', 'log/chain.jsonl', 'the log names no signing key')
  if (named.payload?.keyId !== signer.id)
    throw new Fault(
      'key',
      entryName(named.seq),
      `the log names key ${named.payload?.keyId}, the pack is signed by ${signer.id}`,
    )
}

function checkProofs({ inclusion = [], consistency = [] }, chain) {
  const hashes = proof =>
    Array.isArray(proof) ? proof.map(each => bytesOfHex(each) ?? new Uint8Array(0)) : []
  for (const { seq, proof } of inclusion) {
    const leaf = chain.leaves.get(seq)
    const made = leaf && rootOfPath({ leaf, index: seq, size: chain.size, proof: hashes(proof) })
    if (made !== chain.root)
      throw new Fault('proof', entryName(seq), 'its inclusion proof does not lead to the root of the log')
  }
  for (const { size, root, proof } of consistency) {
    const claim = { size, root, newSize: chain.size, newRoot: chain.root, proof: hashes(proof) }
    if (chain.roots.get(size) !== root || !isConsistent(claim))
      throw new Fault(
        'proof',
        `checkpoint of ${size} entries`,
        'its consistency proof does not lead to the root of the log',
      )
  }
}
