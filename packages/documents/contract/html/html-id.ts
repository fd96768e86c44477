/** An anchor as the `id` of an element: HTML allows anything but white space. */
export function htmlId(anchor: string): string {
  return anchor.replace(/\s+/g, '-')
}
