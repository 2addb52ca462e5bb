// Asks a token endpoint in a process of its own, which Node's variables of the environment are read for when it starts:
// prints the status of the answer, or the error. Arguments: the URL, and the certificate that the options trust.
import { networkOptionTable, type NetworkOptions, resolveOptions } from '@odradek/network/internal'

import { tokenEndpointFetch } from '../../src/sasl/token-endpoint-fetch.ts'

const [url = '', sslTruststoreCertificates = ''] = process.argv.slice(2)
const options: NetworkOptions = { bootstrapServers: 'localhost:9092', sslTruststoreCertificates }
const ask = tokenEndpointFetch(resolveOptions('Client', networkOptionTable, options), {})!
const answered = await ask(url, { method: 'POST', body: 'grant_type=client_credentials' }).catch(String)
console.log(typeof answered === 'string' ? answered : answered.status)
