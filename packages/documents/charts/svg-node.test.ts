import fc from 'fast-check'
import { expect, test } from 'vitest'
import { serializeSvg, svg } from './svg-node.ts'

test('text and attributes are escaped', () => {
  const node = svg('text', { id: '"><script>' }, '<script>alert("1")</script> & \'')
  expect(serializeSvg(node)).toBe(
    '<text id="&quot;&gt;&lt;script&gt;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;</text>',
  )
})

test('characters that XML forbids are replaced', () => {
  expect(serializeSvg(svg('text', {}, 'a\u0000b\u000bc\ud800d\uffff'))).toBe(
    '<text>a\ufffdb\ufffdc\ufffdd\ufffd</text>',
  )
})

test('numbers are written to two decimals', () => {
  expect(serializeSvg(svg('line', { x1: 1 / 3, x2: 10, y1: -0.001 }))).toBe('<line x1="0.33" x2="10" y1="0"/>')
})

test('whatever the text, only the tags that were built come out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (content) => {
      const written = serializeSvg(svg('text', { title: content }, content))
      expect(written.match(/</g)).toHaveLength(content === '' ? 2 : 2)
      expect(written.match(/"/g)).toHaveLength(2)
    }),
  )
})
