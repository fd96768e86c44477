declare global {
  // ES2024, in every runtime that Vigie supports; the library that types it comes with more than an engine may use.
  interface ArrayBuffer {
    transfer(newByteLength?: number): ArrayBuffer
  }
}

export type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>

/**
 * The same numbers in an array of `length`, zeros after them. The old array is emptied and its memory given back at
 * once: a dead array waits for a garbage collector that sees only its few bytes of object.
 */
export function widened<Kind extends Numbers>(numbers: Kind, length: number): Kind {
  const buffer = numbers.buffer.transfer(length * numbers.BYTES_PER_ELEMENT)
  return new (numbers.constructor as new (buffer: ArrayBuffer) => Kind)(buffer)
}

/** Gives an array's memory back. */
export function release(numbers: Numbers): void {
  numbers.buffer.transfer(0)
}
