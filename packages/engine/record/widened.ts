declare global {
  // ES2024, but not in Node 20: where it is missing, the old array waits for the garbage collector.
  interface ArrayBuffer {
    transfer?(newByteLength?: number): ArrayBuffer
  }
}

export type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>

/**
 * The same numbers in an array of `length`, zeros after them. The old array is emptied and its memory given back at
 * once where the runtime can: a dead array waits for a garbage collector that sees only its few bytes of object.
 */
export function widened<Kind extends Numbers>(numbers: Kind, length: number): Kind {
  const Kind = numbers.constructor as new (source: ArrayBuffer | number) => Kind
  if (numbers.buffer.transfer !== undefined) {
    return new Kind(numbers.buffer.transfer(length * numbers.BYTES_PER_ELEMENT))
  }
  const wider = new Kind(length)
  wider.set(numbers.subarray(0, length))
  return wider
}

/** Gives an array's memory back. */
export function release(numbers: Numbers): void {
  numbers.buffer.transfer?.(0)
}
