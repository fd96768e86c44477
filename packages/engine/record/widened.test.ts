import { describe, expect, test } from 'vitest'
import { release, widened } from './widened.ts'

/** An array as of a runtime without `ArrayBuffer.prototype.transfer` (Node 20). */
function older(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  Object.defineProperty(numbers.buffer, 'transfer', { value: undefined })
  return numbers
}

describe.each([
  ['where buffers can be given back', (numbers: Uint32Array<ArrayBuffer>) => numbers],
  ['where they cannot', older],
])('%s', (_, of) => {
  test('an array is widened with zeros after its numbers', () => {
    expect([...widened(of(Uint32Array.of(1, 2, 3)), 5)]).toEqual([1, 2, 3, 0, 0])
  })

  test('an array is cut to a smaller length', () => {
    expect([...widened(of(Uint32Array.of(1, 2, 3)), 2)]).toEqual([1, 2])
  })

  test('an array can be released', () => {
    expect(() => release(of(Uint32Array.of(1)))).not.toThrow()
  })
})
