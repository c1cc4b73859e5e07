import { connect, type Socket } from 'node:net'

export type Reply = { readonly status: number; readonly text: string }

/**
 * Sends requests one after another over one connection, as bytes: Node's own client takes as long over a request as the host
 * does. A connection that the host has closed is opened anew.
 */
export function keepConnection(port: number, headers: readonly string[]) {
  let kept: Socket | undefined

  async function post(path: string, body: string): Promise<Reply> {
    const socket = kept ?? connect(port, '127.0.0.1')
    const isReused = kept !== undefined
    kept = socket
    const bytes = Buffer.from(body)
    const lines = [`POST ${path} HTTP/1.1`, ...headers, `Content-Length: ${bytes.length}`, '', '']
    socket.write(Buffer.concat([Buffer.from(lines.join('\r\n')), bytes]))
    const reply = await replyOf(socket)
    if (reply === undefined || reply.isLast) kept = undefined
    // It may have been closed just as it was used again; a browser sends such a request once more.
    if (reply === undefined && isReused) return post(path, body)
    if (reply === undefined) throw new Error(`the host closed the connection at ${path}`)
    return reply
  }

  return { post, close: () => kept?.destroy() }
}

/** The next reply; undefined when the connection ends without one. */
function replyOf(socket: Socket): Promise<(Reply & { readonly isLast: boolean }) | undefined> {
  return new Promise(resolve => {
    let received = Buffer.alloc(0)
    const end = (reply?: Reply & { readonly isLast: boolean }) => {
      socket.removeAllListeners()
      // Whatever comes of it later is nobody's business.
      socket.on('error', () => undefined)
      resolve(reply)
    }
    socket.on('error', () => undefined)
    socket.once('close', () => end())
    socket.on('data', chunk => {
      received = Buffer.concat([received, chunk])
      const headEnd = received.indexOf('\r\n\r\n')
      if (headEnd < 0) return
      const head = received.toString('latin1', 0, headEnd)
      const bodyEnd = headEnd + 4 + Number(/^content-length: (\d+)$/im.exec(head)?.[1])
      // Without a length, a reply lasts until the connection ends, and counts as none.
      if (!(received.length >= bodyEnd)) return
      const isLast = /^connection: close$/im.test(head)
      end({
        status: Number(head.slice(9, 12)),
        text: received.toString('utf8', headEnd + 4, bodyEnd),
        isLast,
      })
    })
  })
}
