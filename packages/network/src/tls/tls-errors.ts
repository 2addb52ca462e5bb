// What a failed TLS handshake means for the one who set the options.
import { AuthenticationError, type AuthenticationReason } from '@odradek/protocol'

const UNTRUSTED = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_REVOKED',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'CERT_CHAIN_TOO_LONG',
])
const EXPIRED = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])
/** Alerts by which a broker refuses what we showed (RFC 8446, section 6.2). */
const CLIENT_CERTIFICATE =
  /ALERT_(BAD_CERTIFICATE|CERTIFICATE_REQUIRED|CERTIFICATE_EXPIRED|CERTIFICATE_UNKNOWN|CERTIFICATE_REVOKED|UNSUPPORTED_CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/
const NOT_TLS =
  /WRONG_VERSION_NUMBER|UNEXPECTED_MESSAGE|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_TOO_SMALL|RECORD_OVERFLOW/

/** The error for a stream that failed because of TLS; undefined where TLS has nothing to do with it. */
export function tlsError(cause: Error | undefined, address: string): AuthenticationError | undefined {
  const { code, reason: detail } = (cause ?? {}) as { code?: string; reason?: string }
  if (code === undefined) return undefined
  const make = (reason: AuthenticationReason, text: string) => new AuthenticationError(text, { reason, cause })
  if (UNTRUSTED.has(code)) {
    const advice = 'give the option sslTruststoreCertificates or sslTruststoreLocation the certificate of who signed it'
    return make('untrusted-certificate', `the certificate of ${address} is not trusted (${code}): ${advice}`)
  }
  if (EXPIRED.has(code)) {
    return make('expired-certificate', `the certificate of ${address} does not hold now (${code}): renew it`)
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const found = altNames(cause, detail)
    const advice = 'connect by a name that it has, or set sslServerName'
    return make('wrong-host', `the certificate of ${address} is for another host${found}: ${advice}`)
  }
  if (CLIENT_CERTIFICATE.test(code)) {
    const advice = 'it wants another client certificate: see sslKeystoreCertificateChain and sslKeystoreLocation'
    return make(
      'client-certificate',
      `${address} refuses this client's certificate, or the lack of one (${code}): ${advice}`,
    )
  }
  if (NOT_TLS.test(code) || (code === 'EPROTO' && NOT_TLS.test(cause!.message.toUpperCase().replaceAll(' ', '_')))) {
    return expectsPlaintext(address, cause)
  }
  if (/^ERR_(SSL|TLS|OSSL)_/.test(code) || code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    return make('tls', `no TLS with ${address} (${code}): do sslEnabledProtocols and sslCipherSuites fit the broker's?`)
  }
  return undefined
}

/** The port does not speak TLS. */
export function expectsPlaintext(address: string, cause?: Error): AuthenticationError {
  const text = `the port ${address} does not speak TLS: set securityProtocol to PLAINTEXT or SASL_PLAINTEXT, or choose its TLS port`
  return new AuthenticationError(text, { reason: 'expects-plaintext', ...(cause === undefined ? {} : { cause }) })
}

/** The port speaks TLS only. */
export function expectsTls(address: string): AuthenticationError {
  const text = `the port ${address} speaks TLS: set securityProtocol to SSL or SASL_SSL, or choose its plaintext port`
  return new AuthenticationError(text, { reason: 'expects-tls' })
}

function altNames(cause: Error | undefined, detail: string | undefined): string {
  const names = /altnames: (.*)$/i.exec(detail ?? cause?.message ?? '')?.[1]
  return names === undefined ? '' : ` (${names.slice(0, 200)})`
}
