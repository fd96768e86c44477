/** An exact fraction; `denominator > 0`. Thresholds, rates and shares are ratios until they are displayed. */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint }
