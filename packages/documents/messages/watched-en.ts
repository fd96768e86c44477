import type { DisputeWords, FindingWords } from './watched-fr.ts'

const plural = (count: number, one: string, many: string): string => (Math.abs(count) === 1 ? one : many)
const days = (count: number): string => `${count}\u00a0${plural(count, 'day', 'days')}`

/** What the report says of disputes, in English. */
export const englishDisputes: DisputeWords = {
  title: 'Disputes',
  lead: 'A dispute changes no figure: a measure leaves its rate only once both parties have recorded its exclusion. The effect on the rate, and on the penalties of the period where they change, is that of a computation with the measure, then without it; the rate in force is in bold.',
  none: 'No dispute is open, and none is about the period.',
  table: 'Disputes and their effect',
  shown: (shown, more, count) =>
    `${shown} disputes are shown here, those that await an act first; ${more} ${plural(count, 'other is', 'others are')} in the XLSX workbook.`,
  head: {
    claim: 'Claim',
    standing: 'Where it stands',
    with: 'With',
    without: 'Without',
    claimedBy: 'By',
    claimedAt: 'Claimed on',
    claimDue: 'To be claimed by',
    answerDue: 'Answer due by',
    daysLeft: 'Days left',
    answeredAt: 'Answered on',
    answer: 'Answer',
    excludedAt: 'Excluded on',
    window: 'Rate of',
    rateNow: 'Rate in force',
    rateWith: 'Rate with the measure',
    rateWithout: 'Rate without the measure',
    stateWith: 'State with',
    stateWithout: 'State without',
    penaltyWith: 'Penalties with',
    penaltyWithout: 'Penalties without',
    reasons: 'Reasons',
  },
  claims: { contested: 'figure contested', excluded: 'exclusion asked' },
  by: { client: 'by the client', provider: 'by the provider', '': 'no party named' },
  sides: { client: 'client', provider: 'provider', '': '–' },
  states: {
    claimed: 'answer awaited',
    'answer-overdue': 'answer overdue',
    accepted: 'accepted, to be recorded',
    'accepted-by-silence': 'accepted by silence, to be recorded',
    refused: 'refused',
    lapsed: 'lapsed, for want of an answer',
    'out-of-time': 'out of time',
    withdrawn: 'withdrawn',
    excluded: 'measure excluded',
  },
  answers: { accepted: 'accepted', refused: 'refused' },
  answerBefore: (date) => `by ${date}`,
  daysLeft: (count) => (count > 0 ? `${days(count)} left` : count === 0 ? 'last day' : `${days(-count)} overdue`),
  answered: (date) => `answered on ${date}`,
  excluded: (date) => `excluded on ${date}`,
  sheet: 'Disputes',
  standsOut: (open, settled) =>
    [open > 0 ? `${open} open ${plural(open, 'dispute', 'disputes')}` : '', settled > 0 ? `${settled} closed` : '']
      .filter((part) => part !== '')
      .join(', ')
      .concat(' (see “Disputes”).'),
  decide: {
    answer: (count, date) =>
      count === 1
        ? `Answer the open dispute${date === '' ? '' : ` by ${date}`}.`
        : `Answer the ${count} open disputes${date === '' ? '' : `, the first by ${date}`}.`,
    record: (count) =>
      count === 1
        ? 'Record the accepted exclusion on both sides, without which the measure still counts.'
        : `Record the ${count} accepted exclusions on both sides, without which the measures still count.`,
  },
}

/** What the report says of findings, in English. */
export const englishFindings: FindingWords = {
  title: 'Findings to look at',
  lead: 'Signs that the facts show. A finding accuses nobody: each may have a good reason, and none changes a figure.',
  none: 'Nothing to look at: none of the signs looked for shows in the period.',
  table: 'Findings of the period',
  head: {
    finding: 'Finding',
    cases: 'Cases',
    of: 'Of',
    observed: 'Observed',
    expected: 'By chance',
    at: 'When',
    shown: 'What shows it',
    events: 'Facts',
  },
  of: (count, what) => `${count} ${what}`,
  moreCases: (count, n) => `… and ${count} ${plural(n, 'more case', 'more cases')}.`,
  inSheet: 'The XLSX workbook and the JSON name up to twenty cases of each, with the facts that show them.',
  sheet: 'Findings',
  standsOut: (count) =>
    `${count} ${plural(count, 'finding', 'findings')} to look at, held against nobody (see “Findings to look at”).`,
  names: {
    'pause-before-deadline': 'Pauses begun just before the deadline',
    'pause-without-question': 'Pauses imputed to the client without a recorded question',
    'pause-reason-unlisted': 'Pauses for a reason that the contract does not list',
    'reminder-missing': 'Pauses without the reminder that the contract asks for',
    'priority-lowered-late': 'Priorities lowered late in the target',
    'closed-and-reopened': 'Tickets resolved just before they were due, then reopened',
    'automatic-first-answer': 'Automatic first acknowledgements',
    'resolved-in-batch': 'Resolutions in a batch at the end of the period',
  },
  population: {
    'pause-before-deadline': 'pauses',
    'pause-without-question': 'pauses imputed to the client',
    'pause-reason-unlisted': 'pauses',
    'reminder-missing': 'pauses',
    'priority-lowered-late': 'lowered priorities',
    'closed-and-reopened': 'reopenings',
    'automatic-first-answer': 'first acknowledgements',
    'resolved-in-batch': 'spans of 5 min',
  },
}
