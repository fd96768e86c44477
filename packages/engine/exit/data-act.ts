/**
 * What Regulation (EU) 2023/2854 (Data Act) bounds in a contract for data processing services (cloud), for the party
 * that switches: notice of at most two months (art. 25(2)(d)), at least thirty days to retrieve the data after the
 * transition (art. 25(2)(g)), no switching charge from 12 January 2027 (art. 29(1)).
 */
export const DATA_ACT = {
  longestNotice: 'P2M',
  shortestRetrieval: 'P30D',
  freeFrom: '2027-01-12',
} as const
