/** What is known of an asset in one source, for matching with another. `key` is unique within its source. */
export type AssetCard = {
  readonly key: string
  /** As the source calls it: host name, inventory number, mailbox… */
  readonly name: string
  readonly label?: string
  readonly serial?: string
  readonly assetClass?: string
  readonly site?: string
  readonly owner?: string
  /** Of its user; takes no part in the matching. */
  readonly profile?: string
}
