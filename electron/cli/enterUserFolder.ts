/** npm runs a script in the package's folder; a path that a person types means the folder that they are in. */
export function enterUserFolder(script: 'foreclick' | 'start'): void {
  const folder = process.env['INIT_CWD']
  if (folder !== undefined && process.env['npm_lifecycle_event'] === script) process.chdir(folder)
}
