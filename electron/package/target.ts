/** A system and processor that Foreclick is packaged for, in Node's words. */
export type Target = {
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly arch: 'x64' | 'arm64'
}

export const targets: readonly Target[] = (['linux', 'darwin', 'win32'] as const).flatMap(platform =>
  (['x64', 'arm64'] as const).map(arch => ({ platform, arch })),
)

/** As in `linux-x64`, which is also how prebuilt native modules are named. */
export function nameOf({ platform, arch }: Target): string {
  return `${platform}-${arch}`
}

export function targetNamed(name: string): Target | undefined {
  return targets.find(target => nameOf(target) === name)
}
