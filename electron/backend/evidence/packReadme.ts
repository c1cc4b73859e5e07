import { mostConfirmations, packLimits, type PackManifest } from '../../../core/audit/evidencePack.ts'
import { keyFingerprint } from '../../../core/audit/signedCheckpoint.ts'

/** What a pack says of itself to a person who opens it. */
export function packReadme(head: Omit<PackManifest, 'files'>): string {
  const { checkpoint, checkpointFingerprint: fingerprint, counts, scope, findings, workspace } = head
  return `Evidence pack of Foreclick
${'='.repeat(26)}

${counts.orders} orders, ${counts.entries} entries of the log${scope.wholeLog ? ' (all of it)' : ` (of ${checkpoint.size}; the others are represented by hashes)`}.
Made ${new Date(head.createdAt).toISOString()} by ${head.program}.${workspace.demo ? '\nThe workspace is a demo: its orders and deliveries are made up.' : ''}
Audit findings: ${findings}.

Key id       ${keyFingerprint(checkpoint.keyId)}
Checkpoint   ${checkpoint.size} entries, root ${checkpoint.root}
Fingerprint  ${fingerprint}

How to check it, without a network and without Foreclick
--------------------------------------------------------
Take verify.mjs out of the pack and run it with Node.js 20 or newer:

    node verify.mjs PACK.zip [--checkpoint FILE] [--key KEY-ID] [--json]

It ends with status 0 when all is well, else with 1 and the first bad entry. Or open verify.html in a browser and choose the
pack; the page loads nothing and sends nothing. The same program in a copy that you trust, from another pack or from
Foreclick itself (foreclick verify), rules out that the one in this pack was changed.

What this pack can prove, and what it cannot
--------------------------------------------
${packLimits.map(line => `- ${line}`).join('\n')}

What is where
-------------
manifest.json, manifest.sig, public-key.pem   table of contents with hashes, its Ed25519 signature, and the key
checkpoint.json                               the signed checkpoint of the log
log/chain.jsonl                               entries of the log; "block" lines stand for entries that are left out
log/proofs.json                               RFC 6962 inclusion proofs of payments, consistency proofs of checkpoints
records/*.jsonl                               orders, ledger, frozen forecasts with their inputs, creators, videos, products
csv/*.csv                                     the same as tables; amounts are in minor units (pence, rupiah)
findings.json                                 what the audit found
documents/                                    the audit report, and confirmations of up to ${mostConfirmations} orders
`
}
