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
  const moved = transferred(numbers.buffer, length * numbers.BYTES_PER_ELEMENT)
  if (moved !== undefined) return new Kind(moved)
  const wider = new Kind(length)
  wider.set(numbers.subarray(0, length))
  return wider
}

/** Gives an array's memory back. */
export function release(numbers: Numbers): void {
  transferred(numbers.buffer, 0)
}

/** ES2024 and not in Node 20, where the old bytes wait for the garbage collector; then undefined. */
export function transferred(buffer: Bytes, byteLength: number): ArrayBuffer | undefined {
  return buffer.transfer?.(byteLength)
}

type Bytes = { readonly byteLength: number; readonly transfer?: (byteLength?: number) => ArrayBuffer }
