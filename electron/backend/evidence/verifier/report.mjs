/** What a verdict says to a person, line by line. */
export function reportLines(name, { ok, first, faults, about, limits }) {
  const grouped = id =>
    String(id)
      .match(/.{1,4}/g)
      ?.join('-')
  const { keyId, checkpoint, checkpointFingerprint, counts, wholeLog, createdAt, findings, demo } = about
  return [
    ok ? `${name}: sound` : `${name}: NOT SOUND`,
    ...(first === null ? [] : [`First bad entry: ${placeOf(first)}${first.message} [${first.code}]`]),
    ...faults.slice(1, 20).map(fault => `Also: ${placeOf(fault)}${fault.message} [${fault.code}]`),
    ...(faults.length > 20 ? [`And ${faults.length - 20} more.`] : []),
    '',
    ...(keyId === undefined
      ? []
      : [
          `Signed by key  ${grouped(keyId)}`,
          `Made           ${new Date(createdAt).toISOString()}${demo ? ' from a demo: its orders are made up' : ''}`,
          `Checkpoint     ${checkpointFingerprint}: ${checkpoint.size} entries, root ${checkpoint.root}`,
          `In the pack    ${counts.orders} orders, ${counts.entries} entries of the log${wholeLog ? ', which is all of it' : ''}, findings: ${findings}`,
          '',
        ]),
    ...limits,
  ]
}

function placeOf({ entry }) {
  return entry === '' ? '' : `${entry}: `
}
