import type { TargetPoint } from './sweep-targets.ts'

/** At most so many points of a curve, evenly by rank: the first, the last and the answer always among them. */
export function thinCurve(
  curve: readonly TargetPoint[],
  most: number,
  answer: TargetPoint | null,
): readonly TargetPoint[] {
  if (curve.length <= most) return curve
  const kept = new Set<TargetPoint>()
  for (let index = 0; index <= most - 2; index++) {
    const point = curve[Math.floor((index * (curve.length - 1)) / (most - 2))]
    if (point !== undefined) kept.add(point)
  }
  if (answer !== null) kept.add(answer)
  return curve.filter((point) => kept.has(point))
}
