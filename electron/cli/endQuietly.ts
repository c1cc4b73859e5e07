/** No end of this process shows anybody a stack: neither a fault of ours, nor a reader that has seen enough. */
export function endQuietly(program: string): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // As in `foreclick … | head`.
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
  process.on('uncaughtException', error => {
    process.stderr.write(`${program}: internal error: ${error.message}\n`)
    process.exit(1)
  })
}
