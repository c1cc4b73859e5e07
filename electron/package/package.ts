import { join } from 'node:path'

import { command } from '../cli/command.ts'
import { endQuietly } from '../cli/endQuietly.ts'
import { refusal } from '../cli/outcome.ts'
import { projectRoot } from '../start/projectRoot.ts'
import { stopSignal } from '../web/stopSignal.ts'
import { epochOf, type Packaging, treeSteps } from './steps.ts'
import { nameOf, targetNamed, targets } from './target.ts'

/** `npm run package` was asked for installers and there is no runtime to make them of. */
const noRuntime = 3

const here = `${process.platform}-${process.arch}`

const packaging = command({
  program: 'npm run',
  meta: { name: 'package --', description: 'Packages the desktop program' },
  args: {
    dir: { type: 'boolean', description: 'Only its folder, no installer' },
    target: { type: 'string', default: here, valueHint: 'NAME', description: targets.map(nameOf).join(', ') },
    out: { type: 'string', valueHint: 'DIR', description: 'Where to; release/NAME unless said' },
    'window-test': { type: 'boolean', description: 'A build that the window test can drive; never ship it' },
  },
  notes: () =>
    'Every step up to the Electron runtime needs none. Where none is, --dir ends there with status 0 and names the step;\n' +
    'without --dir, which asks for installers, the status is 3. ELECTRON_OVERRIDE_DIST_PATH names a folder with a runtime\n' +
    'or its archive. SOURCE_DATE_EPOCH dates everything; the last commit does unless said.\n',
  async run(args) {
    const target = targetNamed(args.target)
    if (target === undefined) {
      const problem = { path: '--target', expected: targets.map(nameOf).join(', '), received: args.target }
      const failure = { code: 'bad_input', message: 'no such target', problems: [problem] } as const
      return refusal({ subject: 'npm run package', failure }, false)
    }
    const out = args.out ?? join(projectRoot, 'release', nameOf(target))
    const stop = stopSignal()
    const status = await packageFor(
      { root: projectRoot, out, target, epoch: epochOf(projectRoot, process.env), stop },
      { dirOnly: args.dir === true, forWindowTest: args['window-test'] === true },
    )
    return { status, stdout: '', stderr: '' }
  },
})

async function packageFor(
  parts: Packaging,
  wanted: { readonly dirOnly: boolean; readonly forWindowTest: boolean },
): Promise<number> {
  for (const { name, run } of treeSteps) if (!(await step(name, () => run(parts)))) return 1
  const { findRuntimeDist, packRuntime, smoke } = await import('./runtimeStep.ts')
  const runtimeDist = findRuntimeDist(parts.root, parts.target, process.env)
  if (runtimeDist === undefined) {
    say(
      'stopped',
      'runtime',
      `no Electron runtime for ${nameOf(parts.target)} here; what needs none is in ${parts.out}`,
    )
    return wanted.dirOnly ? 0 : noRuntime
  }
  const options = { ...parts, ...wanted, runtimeDist }
  if (!(await step('runtime', () => packRuntime(options)))) return 1
  return (await step('smoke', () => smoke(options))) ? 0 : 1
}

async function step(name: string, run: () => Promise<string>): Promise<boolean> {
  try {
    say('ok', name, await run())
    return true
  } catch (error) {
    say('FAILED', name, error instanceof Error ? error.message : String(error))
    return false
  }
}

function say(verdict: string, name: string, detail: string): void {
  process.stdout.write(`${verdict.padEnd(7)} ${name.padEnd(10)}  ${detail}\n`)
}

endQuietly('npm run package')
const words = process.argv.slice(2)
if (words.includes('--help') || words.includes('-h')) process.stdout.write(await packaging.usage())
else {
  const { status, stderr } = await packaging.run(words)
  process.stderr.write(stderr)
  // Said with its exit: the packager's own handlers would end with another status.
  process.exit(status)
}
