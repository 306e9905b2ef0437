/*
 * What Go's crypto/tls X509KeyPair says of a certificate and its key in PEM, as far as the blocks go: what is inside
 * them is not read.
 */

/** A block: `-----BEGIN X-----`, lines of base64, `-----END X-----`. */
const BLOCK =
  /^-----BEGIN ([^\n]*?)-----[ \t]*\r?\n(?:[^\n:]*: [^\n]*\n)*[A-Za-z0-9+/=\s]*^-----END \1-----/gm

function blockTypes(pem: string): string[] {
  return [...pem.matchAll(BLOCK)].map(([, type = '']) => type)
}

/** Takes the texts of a certificate and of a key; gives what is wrong with their blocks, or null. */
export function pemFault(certificate: string, key: string): string | null {
  const certificates = blockTypes(certificate)
  if (!certificates.includes('CERTIFICATE')) {
    if (certificates.length === 0) return 'tls: failed to find any PEM data in certificate input'
    if (certificates.length === 1 && certificates[0]?.endsWith('PRIVATE KEY') === true)
      return 'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched'
    return `tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [${certificates.join(' ')}]`
  }
  const keys = blockTypes(key)
  if (keys.some((type) => type === 'PRIVATE KEY' || type.endsWith(' PRIVATE KEY'))) return null
  if (keys.length === 0) return 'tls: failed to find any PEM data in key input'
  if (keys.length === 1 && keys[0] === 'CERTIFICATE')
    return 'tls: found a certificate rather than a key in the PEM for the private key'
  return `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: [${keys.join(' ')}]`
}
