import {
  type FuseConfig,
  FuseState,
  FuseV1Options,
  FuseVersion,
  flipFuses,
  getCurrentFuseWire,
} from '@electron/fuses'

export type FuseName = Exclude<keyof typeof FuseV1Options, number>
export type Fuses = Readonly<Record<FuseName, boolean>>

/** SECURITY: every fuse of a release (X20 to X28). One that the runtime has and this list lacks fails the packaging (X29). */
export const releaseFuses: Fuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  // Without its snapshot file the program would end before its first line.
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
}

/** The window test reaches the program by its inspector; in all else its build is the release (X30). Never shipped. */
export const windowTestFuses: Fuses = { ...releaseFuses, EnableNodeCliInspectArguments: true }

/**
 * Sets the fuses in a runtime before it is signed. `program` is the executable, or the .app folder of macOS.
 * Throws where the runtime has a fuse that is not stated here.
 */
export async function setFuses(
  program: string,
  fuses: Fuses,
  target: { readonly isAppleSilicon: boolean },
): Promise<void> {
  const config: FuseConfig = {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // The linker's own signature no longer fits, and Apple silicon starts nothing unsigned.
    resetAdHocDarwinSignature: target.isAppleSilicon,
    ...byNumber(fuses),
  }
  await flipFuses(program, config)
}

/** Reads the fuses back and throws with the name of each that is not as stated. */
export async function checkFuses(program: string, fuses: Fuses): Promise<void> {
  const wire = await getCurrentFuseWire(program)
  const stated = byNumber(fuses)
  const found = Object.entries(wire).filter(([key]) => key !== 'version')
  const wrong = found.flatMap(([key, state]) => {
    const number = Number(key)
    const name = FuseV1Options[number] ?? `fuse ${number}`
    const expected = Reflect.get(stated, number) === true ? FuseState.ENABLE : FuseState.DISABLE
    return number in stated && state === expected
      ? []
      : [`${name}: expected ${word(expected)}, got ${word(state)}`]
  })
  const missing = Object.keys(stated)
    .filter(number => !found.some(([key]) => key === number))
    .map(number => `${FuseV1Options[Number(number)]}: the runtime does not have it`)
  if (wrong.length + missing.length > 0)
    throw new Error(`the fuses of ${program} are not as stated: ${[...wrong, ...missing].join('; ')}`)
}

function byNumber(fuses: Fuses): Record<FuseV1Options, boolean> {
  return {
    [FuseV1Options.RunAsNode]: fuses.RunAsNode,
    [FuseV1Options.EnableCookieEncryption]: fuses.EnableCookieEncryption,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: fuses.EnableNodeOptionsEnvironmentVariable,
    [FuseV1Options.EnableNodeCliInspectArguments]: fuses.EnableNodeCliInspectArguments,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: fuses.EnableEmbeddedAsarIntegrityValidation,
    [FuseV1Options.OnlyLoadAppFromAsar]: fuses.OnlyLoadAppFromAsar,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: fuses.LoadBrowserProcessSpecificV8Snapshot,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: fuses.GrantFileProtocolExtraPrivileges,
    [FuseV1Options.WasmTrapHandlers]: fuses.WasmTrapHandlers,
  }
}

function word(state: unknown): string {
  return state === FuseState.ENABLE
    ? 'on'
    : state === FuseState.DISABLE
      ? 'off'
      : String(FuseState[Number(state)] ?? state)
}
