import { decodeBase64, encodeBase64 } from '@odradek/network/internal'
import test from 'ava'

test('base64 is that of Node', (t) => {
  for (let length = 0; length < 40; length++) {
    const data = Uint8Array.from({ length }, (_, index) => (index * 89 + length) & 255)
    t.is(encodeBase64(data), Buffer.from(data).toString('base64'))
    t.deepEqual([...decodeBase64(encodeBase64(data))!], [...data])
    t.deepEqual([...decodeBase64(Buffer.from(data).toString('base64url'))!], [...data])
  }
  for (const wrong of ['a', 'ab=', '!aaa', 'aaaaa']) t.is(decodeBase64(wrong), undefined, wrong)
})
