import * as z from 'zod'

/** What a commitment binds to: to do one's best (obligation de moyens), or to reach the result (obligation de résultat). */
export const Obligation = z
  .enum(['best-efforts', 'result'])
  .describe('best-efforts (obligation de moyens) or result (obligation de résultat).')
