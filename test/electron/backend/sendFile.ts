import type { TestBackend } from './testBackend.ts'

/** Sends a file in pieces, as a page does; answers with the upload. */
export async function sendFile(
  { get }: Pick<TestBackend, 'get'>,
  name: string,
  content: string | Buffer,
  pieceBytes = 256 * 1024,
): Promise<string> {
  const bytes = Buffer.from(content)
  const { uploadId } = await get('openUpload', { name, bytes: bytes.length })
  for (let offset = 0; offset < bytes.length; offset += pieceBytes) {
    const data = bytes.subarray(offset, offset + pieceBytes).toString('base64')
    await get('sendUpload', { uploadId, offset, data })
  }
  return uploadId
}
