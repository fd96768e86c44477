/** Reads what comes by mail and portal, between other clients. */
export type Clerk = { readonly name: string; called: boolean }
