/** The format of the link, in the link: `#v1.` and the text, deflated, in base64url. */
const PREFIX = 'v1.'

/** Chats and mail programs are known to cut links that are longer than this. */
export const LONG_LINK = 8000

/** No manifest is larger than this; a link that unpacks to more is an attack or an accident. */
const LARGEST_TEXT = 5_000_000

/** What a link's fragment holds. */
export type LinkContent =
  | { readonly kind: 'none' }
  | { readonly kind: 'design'; readonly text: string }
  | { readonly kind: 'broken'; readonly message: string }

/** Takes a design's text; gives the fragment (with its `#`) that holds all of it. Nothing is sent anywhere. */
export async function writeLink(text: string): Promise<string> {
  const packed = await collect(
    stream(new TextEncoder().encode(text)).pipeThrough(new CompressionStream('deflate-raw')),
  )
  return `#${PREFIX}${toBase64Url(packed)}`
}

/** Takes a page's fragment (`location.hash`); gives the design in it, nothing, or what is wrong with it. */
export async function readLink(fragment: string): Promise<LinkContent> {
  const content = fragment.replace(/^#/, '')
  if (!/^v\d+\./.test(content)) return { kind: 'none' }
  if (!content.startsWith(PREFIX))
    return {
      kind: 'broken',
      message: 'This link was made by a newer version of Podwright. Reload the page and open it again.',
    }
  try {
    const packed = fromBase64Url(content.slice(PREFIX.length))
    const bytes = await collect(stream(packed).pipeThrough(new DecompressionStream('deflate-raw')))
    return { kind: 'design', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return {
      kind: 'broken',
      message: 'This link is damaged: part of it is missing or changed. Ask for the whole link again.',
    }
  }
}

function stream(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes)
      controller.close()
    },
  })
}

async function collect(chunks: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = chunks.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value)
    length += next.value.length
    if (length > LARGEST_TEXT) {
      await reader.cancel()
      throw new RangeError('too large')
    }
  }
  const whole = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}
