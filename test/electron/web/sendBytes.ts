import { connect, type Socket } from 'node:net'

/** A connection that sends exactly the bytes it is given, as no client library would, and keeps what comes back. */
export function openRaw(port: number, host = '127.0.0.1') {
  const { promise: closed, resolve } = Promise.withResolvers<string>()
  const seen = { text: '', isClosed: false }
  const socket: Socket = connect(port, host)
  socket.setEncoding('utf8')
  socket.on('data', chunk => {
    seen.text += String(chunk)
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    seen.isClosed = true
    resolve(seen.text)
  })
  return {
    seen,
    closed,
    write: (bytes: string | Uint8Array) => socket.write(bytes),
    end: () => socket.end(),
    leave: () => socket.destroy(),
  }
}

/** Sends bytes as they are and answers what came back until the host closed. */
export async function sendBytes(port: number, bytes: string): Promise<string> {
  const raw = openRaw(port)
  raw.write(bytes)
  return raw.closed
}

/** A request as it goes over the wire; without a body it is a GET. */
export function wire(lines: readonly string[], body = ''): string {
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}

/** The statuses of all replies in what came back. */
export function statusesIn(text: string): readonly number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(match => Number(match[1]))
}
