import { frenchPenalties } from './penalties-fr.ts'
import { frenchSeal } from './seal-fr.ts'
import { fr } from './typography.ts'
import { frenchVersions } from './versions-fr.ts'
import { frenchDisputes, frenchFindings } from './watched-fr.ts'

const several = (count: number): boolean => Math.abs(count) >= 2
const plural = (count: number, one: string, many: string): string => (several(count) ? many : one)

/** A count, and how it is written. */
type Counted = { readonly count: number; readonly text: string }

/** French catalogue, and the shape of every other: a key missing or too many in one of them does not type-check. */
export const french = {
  reportTitle: { month: 'Rapport mensuel de\u00a0service', other: 'Rapport de service' },
  product: 'Vigie',
  periodFromTo: (from: string, to: string) => `du ${from} au ${to}`,
  inMonth: (month: string) => `en ${month}`,
  overPeriod: 'sur la période',
  andOthers: (items: string, count: number) => `${items} et ${count} ${plural(count, 'autre', 'autres')}`,
  list: (items: readonly string[]) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items[items.length - 1] ?? ''}`,
  semicolon: fr` ; `,
  colon: fr` : `,
  dash: '–',
  pageOf: (page: string, pages: string) => `page ${page} / ${pages}`,
  contractVersion: (id: string, version: string) => `${id}, version ${version}`,

  states: { met: 'tenu', missed: 'manqué', informative: 'informatif', 'not-applicable': 'sans objet' },
  measures: {
    response: 'prise en compte',
    intervention: 'début d’intervention',
    workaround: 'contournement',
    restoration: 'rétablissement',
    resolution: 'résolution',
    closure: 'clôture',
    'update-interval': 'point d’avancement',
    availability: 'disponibilité',
  },
  kinds: {
    incident: 'incident',
    request: 'demande',
    change: 'changement',
    problem: 'problème',
    alert: 'alerte',
    '': 'sans nature',
  },
  kindsPlural: {
    incident: 'incidents',
    request: 'demandes',
    change: 'changements',
    problem: 'problèmes',
    alert: 'alertes',
  },
  noPriority: 'sans priorité',
  parties: { client: 'client', provider: 'prestataire', 'third-party': 'tiers' },
  columns: {
    kind: 'nature',
    priority: 'priorité',
    impact: 'impact',
    urgency: 'urgence',
    site: 'site',
    assetClass: 'type d’actif',
    intervention: 'intervention',
    service: 'service',
    profile: 'profil',
    mode: 'mode',
    channel: 'canal',
  },

  spans: {
    years: (n: number) => `${n}\u00a0${plural(n, 'an', 'ans')}`,
    months: (n: number) => `${n}\u00a0mois`,
    weeks: (n: number) => `${n}\u00a0${plural(n, 'semaine', 'semaines')}`,
    days: (n: number) => `${n}\u00a0${plural(n, 'jour', 'jours')}`,
    hours: (n: number) => `${n}\u00a0h`,
    minutes: (n: number) => `${n}\u00a0min`,
  },
  target: {
    workingDays: (days: number) => `${days}\u00a0${plural(days, 'jour ouvré', 'jours ouvrés')}`,
    civilDays: (days: number) => `${days}\u00a0${plural(days, 'jour calendaire', 'jours calendaires')}`,
    cutoff: (time: string) => `signalés avant ${time}`,
    until: (time: string) => `à ${time}`,
    bySite: (calendar: string) => `${calendar}, selon le site`,
  },
  wording: {
    everyTicket: 'Tous les tickets',
    short: (scope: string, measure: string, target: string, calendar: string) =>
      `${scope} – ${measure} en ${target}${calendar}`,
    interval: (scope: string, target: string, calendar: string) =>
      `${scope} – point d’avancement toutes les ${target}${calendar}`,
    control: (control: string) => fr`Contrôle récurrent « ${control} »`,
    penalty: (commitments: string) => fr`Pénalité : ${commitments}`,
    availability: (service: string, percent: string, calendar: string) =>
      fr`Disponibilité de « ${service} » : ${percent} (${calendar})`,
  },
  clause: {
    page: (page: number) => fr`document signé, p. ${page}`,
    quote: (words: string) => fr`« ${words} »`,
    ofPriority: (subject: string, levels: string) => `${subject} de priorité ${levels}`,
    everyTicket: 'tous les tickets',
    tickets: 'tickets',
    with: (column: string, values: string) => fr`${column} : ${values}`,
    starts: { reported: 'le signalement', detected: 'la détection' },
    ends: {
      response: 'la prise en compte',
      intervention: 'le début d’intervention',
      workaround: 'le contournement',
      restoration: 'le rétablissement',
      resolution: 'la résolution',
      closure: 'la clôture',
    },
    between: (scope: string, start: string, end: string, target: string, calendar: string) =>
      fr`${scope} : entre ${start} et ${end}, au plus ${target}${calendar}.`,
    interval: (scope: string, target: string, calendar: string) =>
      fr`${scope} : au plus ${target} entre deux points d’avancement${calendar}.`,
    ofCalendar: (calendar: string) => fr` du calendrier « ${calendar} »`,
    compliance: (percent: string, over: 'month' | 'quarter' | 'year', by: 'stop' | 'report') =>
      `Au moins ${percent} des délais de chaque ${{ month: 'mois', quarter: 'trimestre', year: 'année' }[over]}, rattachés ${by === 'stop' ? 'à la date de leur arrêt' : 'à la date du signalement'}.`,
    noRate: 'Mesuré et montré, sans taux exigé.',
    small: {
      'one-miss-allowed': (count: number) => `Sous ${count} délais, un seul dépassement est admis.`,
      'carry-over': (count: number) => `Sous ${count} délais, ils sont reportés sur la période suivante.`,
      informative: (count: number) => `Sous ${count} délais, le taux est donné pour information.`,
    },
    availability: (service: string, percent: string, calendar: string, over: 'month' | 'quarter' | 'year') =>
      fr`Disponibilité de « ${service} » : au moins ${percent} du calendrier « ${calendar} », par ${{ month: 'mois', quarter: 'trimestre', year: 'année' }[over]}.`,
    pause: (reason: string, imputable: string, measures: string) =>
      fr`Suspension « ${reason} », imputable ${imputable} : elle arrête les délais ${measures}.`,
    imputable: { client: 'au client', provider: 'au prestataire', 'third-party': 'à un tiers' },
    deadlinesOf: {
      response: 'de prise en compte',
      intervention: 'd’intervention',
      workaround: 'de contournement',
      restoration: 'de rétablissement',
      resolution: 'de résolution',
      closure: 'de clôture',
      'update-interval': 'de point d’avancement',
    },
    pauseAtMost: {
      resume: (limit: string) => `Au plus ${limit}, puis le temps compte de nouveau.`,
      'close-without-answer': (limit: string) =>
        `Au plus ${limit}, puis le ticket est clos faute de réponse et ne compte jamais comme tenu.`,
    },
    proof: 'Sans justification écrite, le temps compte.',
    otherPauses: 'Tout autre motif de suspension compte comme du temps passé, et il est signalé.',
    noPauses: fr`Le contrat n’admet aucune suspension : tout le temps ouvert compte.`,
    reopen: {
      resume: (window: string) => fr`Réouverture sous ${window} : le délai reprend, le temps de clôture ne compte pas.`,
      restart: (window: string) => fr`Réouverture sous ${window} : le délai repart de zéro.`,
      continue: (window: string) => fr`Réouverture sous ${window} : le délai reprend, le temps de clôture compte.`,
    },
    reopenPast: 'Passé ce délai, une réouverture ouvre un second cycle, mesuré à part.',
    noReopen: 'Toute réouverture ouvre un nouveau cycle, mesuré à part.',
    onChange: {
      retroactive: fr`Changement de priorité : tout le délai en cours est jugé selon le nouveau délai.`,
      prospective: fr`Changement de priorité : la part déjà consommée est conservée, le reste suit le nouveau délai.`,
      frozen: fr`Changement de priorité : le premier délai reste celui du ticket.`,
    },
    mass: {
      'parent-only': fr`Incident de masse : les tickets rattachés à un même parent comptent une fois.`,
      each: fr`Incident de masse : chaque ticket rattaché compte.`,
    },
    version: {
      'at-report': 'La version du contrat applicable est celle en vigueur au signalement.',
      'at-milestone': 'La version du contrat applicable est celle en vigueur à l’arrêt du délai.',
    },
    rule: 'règle',
  },
  calendar: {
    always: '24 h/24, 7 j/7',
    days: { mon: 'lun.', tue: 'mar.', wed: 'mer.', thu: 'jeu.', fri: 'ven.', sat: 'sam.', sun: 'dim.' },
    to: (first: string, last: string) => `${first} au ${last}`,
    hours: (days: string, hours: string) => `${days} ${hours}`,
    holidays: (place: string) => `Fermé les jours fériés (${place}).`,
    holidayDates: (dates: string) => fr`Fermé aussi : ${dates}.`,
    worked: (names: string) => fr`Fériés travaillés : ${names}.`,
    noHolidays: 'Ouvert les jours fériés.',
    exceptions: (items: string) => fr`Exceptions : ${items}.`,
    exceptionSpan: (first: string, last: string) => `du ${first} au ${last}`,
    exceptionClosed: 'fermé',
    exceptionCut: (hours: string) => `fermé ${hours}`,
    moreExceptions: (count: number) => `${count} ${plural(count, 'autre', 'autres')}`,
    never: 'Jamais ouvert.',
    workedNames: {
      'whit-monday': 'lundi de Pentecôte',
      'easter-monday': 'lundi de Pâques',
      ascension: 'Ascension',
    } as Readonly<Record<string, string>>,
  },

  verdict: {
    title: 'Le verdict',
    headline: {
      noneJudged: 'Aucun engagement n’a pu être jugé.',
      allKept: (judged: number) =>
        several(judged)
          ? `Les ${judged === 2 ? 'deux' : judged} engagements jugés sont tenus.`
          : 'Le seul engagement jugé est tenu.',
      noneKept: (judged: number) =>
        several(judged)
          ? `Aucun des ${judged === 2 ? 'deux' : judged} engagements jugés n’est tenu.`
          : 'Le seul engagement jugé est manqué.',
      mixed: (kept: number, judged: number) =>
        `${kept} ${plural(kept, 'engagement', 'engagements')} sur ${judged} ${plural(kept, 'est tenu', 'sont tenus')}, ${judged - kept} ${plural(judged - kept, 'est manqué', 'sont manqués')}.`,
    },
    activity: (when: string, reported: Counted, resolved: Counted, open: Counted) =>
      `${when}, ${reported.count === 0 ? 'aucun ticket n’a été signalé' : `${reported.text} ${plural(reported.count, 'ticket a été signalé', 'tickets ont été signalés')}`}, ${resolved.count === 0 ? 'aucun n’a été résolu' : `${resolved.text} ${plural(resolved.count, 'a été résolu', 'ont été résolus')}`} et ${open.count === 0 ? 'aucun ne restait ouvert' : `${open.text} ${plural(open.count, 'restait ouvert', 'restaient ouverts')}`} à la fin de la période.`,
    noActivity: (when: string) => `${when}, aucun ticket n’a été signalé ni résolu.`,
    deadlines: (missed: string, missedCount: number, judged: string, judgedCount: number, percent: string) =>
      judgedCount === 0
        ? 'Aucun délai n’est arrivé à son terme.'
        : missedCount === 0
          ? several(judgedCount)
            ? judgedCount === 2
              ? 'Les deux délais jugés ont été respectés.'
              : `Les ${judged} délais jugés ont tous été respectés.`
            : 'Le seul délai jugé a été respecté.'
          : several(judgedCount)
            ? `Sur ${judged} délais jugés, ${missed} ${plural(missedCount, 'a été dépassé', 'ont été dépassés')} (${percent}).`
            : 'Le seul délai jugé a été dépassé.',
    provisional: (at: string) =>
      fr`Chiffres provisoires : ils sont arrêtés au ${at}, avant la fin de la période, et peuvent encore changer.`,
    figures: {
      kept: 'engagements tenus',
      keptNote: (missed: number, unjudged: number) =>
        [
          missed > 0 ? `${missed} ${plural(missed, 'manqué', 'manqués')}` : 'aucun manqué',
          unjudged > 0 ? `${unjudged} non ${plural(unjudged, 'jugé', 'jugés')}` : '',
        ]
          .filter((part) => part !== '')
          .join(', '),
      missed: (count: number) => plural(count, 'délai dépassé', 'délais dépassés'),
      missedNote: (judged: string, count: number) => `sur ${judged} ${plural(count, 'jugé', 'jugés')}`,
      reported: (count: number) => plural(count, 'ticket signalé', 'tickets signalés'),
      open: (count: number) => plural(count, 'ticket ouvert à la fin', 'tickets ouverts à la fin'),
      earlier: (count: string, period: string) => `${count} en ${period}`,
      earlierPeriod: (count: string) => `${count} à la période précédente`,
      noBefore: 'pas de période précédente',
    },
    missedTitle: 'Ce qui est manqué',
    keptTitle: 'Ce qui est tenu',
    unjudgedTitle: 'Ce qui n’est pas jugé',
    trendTitle: 'La tendance',
    standsOutTitle: 'Ce qui ressort',
    decisionsTitle: 'À décider',
    missed: (rate: string, target: string, gap: string, missed: string, missedCount: number, judged: string) =>
      fr`${rate} pour ${target} visés, ${gap} ; ${missed} ${plural(missedCount, 'délai dépassé', 'délais dépassés')} sur ${judged}.`,
    below: (points: string, many: boolean) => `${points}\u00a0${many ? 'points' : 'point'} sous l’objectif`,
    justBelow: 'moins d’un centième de point sous l’objectif',
    atTarget: 'à l’objectif affiché',
    above: (points: string, many: boolean) => `${points}\u00a0${many ? 'points' : 'point'} au-dessus`,
    missedInARow: (count: number, unit: 'month' | 'period') =>
      unit === 'month' ? `C’est le ${count}e mois manqué de suite.` : `C’est la ${count}e période manquée de suite.`,
    smallNumber: (points: string) => fr`Petit nombre : un seul délai déplace le taux de ${points} points.`,
    singleDeadline: fr`Petit nombre : un seul délai décide de tout.`,
    chance: (low: string, high: string) =>
      fr`L’intervalle à 95 % (${low} à ${high}) contient l’objectif : un tel écart peut tenir au hasard. Le verdict du contrat n’en dépend pas.`,
    kept: (rate: string, target: string, deadlines: string) => `${rate} pour ${target} visés, sur ${deadlines}.`,
    keptOnCount: (rate: string, target: string, why: string) => `${rate} pour ${target} visés. ${why}`,
    keptClosest: (rate: string, target: string, deadlines: string) =>
      fr`${rate} pour ${target} visés, sur ${deadlines} : le plus juste.`,
    informative: (count: string, why: string) => `${count}. ${why}`,
    deadlineCount: (count: string, n: number) => `${count} ${plural(n, 'délai', 'délais')}`,
    notApplicable: (names: string) => fr`Aucun délai à juger pour : ${names}.`,
    notMeasured: (availability: number, controls: number, penalties: number) =>
      fr`Non jugés, faute de leurs faits : ${french.list(
        [
          availability > 0 ? `${availability} ${plural(availability, 'disponibilité', 'disponibilités')}` : '',
          controls > 0 ? `${controls} ${plural(controls, 'contrôle récurrent', 'contrôles récurrents')}` : '',
          penalties > 0 ? `${penalties} ${plural(penalties, 'pénalité', 'pénalités')}` : '',
        ].filter((part) => part !== ''),
      )}.`,
    andMore: (count: number) =>
      `et ${count} ${plural(count, 'autre', 'autres')}, ${plural(count, 'détaillé', 'détaillés')} plus loin.`,
    trendNone: fr`Aucune période précédente n’a été évaluée : la tendance n’est pas montrée.`,
    trendKept: (period: string, kept: number, judged: number) =>
      judged === 0
        ? `En ${period}, aucun engagement n’avait été jugé.`
        : `En ${period}, ${kept === 0 ? 'aucun' : kept} ${plural(kept, 'engagement', 'engagements')} sur ${judged} ${plural(kept, 'était tenu', 'étaient tenus')}.`,
    trendKeptBefore: (kept: number, judged: number) =>
      judged === 0
        ? 'À la période précédente, aucun engagement n’avait été jugé.'
        : `À la période précédente, ${kept === 0 ? 'aucun' : kept} ${plural(kept, 'engagement', 'engagements')} sur ${judged} ${plural(kept, 'était tenu', 'étaient tenus')}.`,
    recovered: (names: string, count: number) =>
      fr`${plural(count, 'Revient à l’objectif', 'Reviennent à l’objectif')} : ${names}.`,
    newlyMissed: (names: string, count: number) =>
      fr`${plural(count, 'Passe sous l’objectif', 'Passent sous l’objectif')} : ${names}.`,
    improved: (items: string) => fr`En hausse : ${items}.`,
    worsened: (items: string) => fr`En baisse : ${items}.`,
    change: (name: string, points: string) => `${name} (${points}\u00a0points)`,
    stable: 'Aucun engagement ne varie d’un point ou plus sur un nombre suffisant de délais.',
    volume: {
      more: (reported: string, percent: string, periods: number, mean: string) =>
        fr`Volume : ${reported} tickets signalés, ${percent} de plus que ${periods === 1 ? 'la période précédente' : `la moyenne des ${periods} périodes précédentes`} (${mean}).`,
      less: (reported: string, percent: string, periods: number, mean: string) =>
        fr`Volume : ${reported} tickets signalés, ${percent} de moins que ${periods === 1 ? 'la période précédente' : `la moyenne des ${periods} périodes précédentes`} (${mean}).`,
    },
    backlogUp: (difference: string, open: string) =>
      fr`Le nombre de tickets ouverts augmente de ${difference} : ${open} à la fin de la période.`,
    backlogDown: (difference: string, open: string) =>
      fr`Le nombre de tickets ouverts baisse de ${difference} : ${open} à la fin de la période.`,
    longest: (ticket: string, name: string, overrun: string) =>
      fr`Le dépassement le plus long : ticket ${ticket}, ${overrun} au-delà du délai (${name}).`,
    concentration: (missed: string, all: string, name: string) =>
      fr`${missed} des ${all} délais dépassés portent sur un seul engagement : ${name}.`,
    repeated: (tickets: string, count: number) =>
      fr`${plural(count, 'Un ticket dépasse', `${count} tickets dépassent`)} plusieurs délais : ${tickets}.`,
    stillRunning: (count: string, n: number) =>
      `${count} ${plural(n, 'délai dépassé court encore', 'délais dépassés courent encore')} à la date d’observation.`,
    neutralised: (count: string, n: number) =>
      several(n)
        ? fr`${count} délais sont neutralisés : mesurés mais non comptés (voir « Ce qui est neutralisé »).`
        : fr`${count} délai est neutralisé : mesuré mais non compté (voir « Ce qui est neutralisé »).`,
    warning: (text: string, count: string) => fr`${count} cas : ${text}`,
    kindsUnknown: fr`Le journal ne donne pas la nature des tickets : tous sont comptés, demandes comprises s’il y en a.`,
    decide: {
      cause: (names: string) =>
        fr`Obtenir du prestataire la cause et l’action corrective de chaque délai dépassé : ${names}.`,
      numbered: (name: string, number: string) => `${name} (${number})`,
      committee: (names: string) =>
        fr`Inscrire au prochain comité, sous l’objectif plusieurs périodes de suite : ${names}.`,
      notMeasured:
        'Donner les faits qui manquent pour juger toutes les clauses (états des composants, résultats des contrôles).',
      provisional: 'Attendre les chiffres définitifs avant d’en tirer une conséquence contractuelle.',
      warnings: fr`Faire corriger à la source les faits signalés dans « Ce qui est à vérifier ».`,
      nothing: 'Rien à décider au vu de ces chiffres.',
    },
    nothingMissed: 'Aucun engagement n’est manqué.',
  },

  missedReason: {
    overrun: (stopped: string, due: string, overrun: string, target: string, calendar: string) =>
      fr`Arrêt le ${stopped} pour une échéance le ${due} : ${overrun} de trop sur ${target}${calendar}.`,
    late: (stopped: string, due: string, overrun: string) =>
      fr`Arrêt le ${stopped} pour une échéance le ${due}${overrun}.`,
    running: (due: string, counted: string, target: string, calendar: string) =>
      fr`Échéance le ${due}, le délai court encore : ${counted} de temps compté pour ${target}${calendar}.`,
    runningDays: (due: string) => fr`Échéance le ${due}, le délai court encore.`,
    noDue: (counted: string, target: string, calendar: string) =>
      fr`${counted} de temps compté pour ${target}${calendar}.`,
    openTime: (overrun: string) => fr` : ${overrun} de temps ouvert de trop`,
    inCalendar: (calendar: string) => fr` (${calendar})`,
    pauses: (items: string) => fr`Suspensions, en temps de montre : ${items}.`,
    pause: (label: string, duration: string) => `${label} ${duration}`,
    noPause: '–',
    cycle: (cycle: number) => `Cycle ${cycle}, après réouverture.`,
  },

  penalties: frenchPenalties,
  versions: frenchVersions,
  disputes: frenchDisputes,
  seal: frenchSeal,
  findings: frenchFindings,

  section: {
    compliance: 'Les engagements',
    complianceLead: fr`Chaque engagement face à son objectif. Le verdict suit la règle du contrat ; l’intervalle dit seulement combien le hasard peut peser.`,
    complianceChart: 'Résultat et objectif, par engagement',
    complianceTable: 'Engagements, objectifs et résultats',
    complianceTrend: 'Tendance par engagement',
    complianceTrendTable: 'Taux par engagement et par période',
    judgedTrend: 'Délais jugés, par période',
    judgedTrendTable: 'Délais respectés et dépassés par période',
    noCommitments: 'Le contrat ne porte aucun engagement de délai mesurable.',
    noTrend: 'Aucune période précédente n’a été évaluée.',
    notMeasured: 'Non jugé, faute de faits',
    notMeasuredLead: fr`Le contrat porte ces clauses, mais les faits qui les jugent n’ont pas été donnés : aucun chiffre n’est donné plutôt qu’un chiffre faux.`,
    indicators: 'Les indicateurs',
    indicatorsTable: 'Indicateurs de la période',
    noIndicators: 'Le contrat ne demande aucun indicateur.',
    volumes: 'Les volumes',
    volumesTrend: 'Tickets signalés et résolus, par période',
    volumesTrendTable: 'Volumes par période',
    byKind: 'Par nature',
    byPriority: 'Par priorité',
    volumesBreakdown: 'Tickets signalés et résolus dans la période',
    volumesTable: 'Volumes par nature et par priorité',
    noVolumes: 'Aucun ticket n’a été signalé ni résolu dans la période.',
    handling: 'Les temps de traitement',
    handlingLead: fr`Temps compté dans le calendrier de l’engagement, suspensions déduites ; à côté, le temps écoulé de montre, suspensions comprises. Les calendriers ne sont jamais mélangés.`,
    handlingChart: 'Temps de traitement, par calendrier',
    handlingTable: 'Temps de traitement des délais arrêtés dans la période',
    noHandling: fr`Aucun délai ne s’est arrêté dans la période : il n’y a pas de temps de traitement.`,
    missed: 'Les délais dépassés',
    missedLead: (count: string, n: number) =>
      `${count} ${plural(n, 'délai dépassé', 'délais dépassés')}, du plus long dépassement au plus court dans chaque engagement. Les suspensions sont en temps de montre.`,
    missedShown: (shown: string, more: string, n: number) =>
      fr`Les plus longs dépassements sont montrés ici (${shown}) ; ${more} ${plural(n, 'autre figure', 'autres figurent')} dans le classeur XLSX, avec la raison de chacun.`,
    missedMore: (more: string, n: number) => `… et ${more} ${plural(n, 'autre', 'autres')} dans le classeur XLSX.`,
    noMissed: 'Aucun délai n’a été dépassé dans la période.',
    neutralised: 'Ce qui est neutralisé',
    neutralisedLead: 'Mesuré, mais non compté dans les taux, et pourquoi.',
    neutralisedTable: 'Délais neutralisés, par raison',
    noNeutralised: fr`Aucun délai n’a été neutralisé : tout ce qui a été mesuré est compté.`,
    warnings: 'Ce qui est à vérifier',
    warningsTable: 'Faits à vérifier',
    noWarnings: fr`Rien à vérifier : aucun fait douteux n’a été rencontré.`,
    contract: 'Le contrat appliqué',
    clauses: 'Clauses en langage clair',
    calendars: 'Calendriers',
    definitions: 'Comment chaque chiffre est défini',
    fingerprint: 'Sceau, empreintes et recalcul',
    fingerprintLead:
      'Les mêmes entrées donnent les mêmes octets. L’une ou l’autre des parties peut recalculer ce rapport.',
    fingerprints: 'Empreintes',
    sources: 'Fichiers lus',
    command: 'Commande de recalcul',
  },

  head: {
    clause: 'Clause',
    commitment: 'Engagement',
    within: 'Délai',
    target: 'Objectif',
    result: 'Résultat',
    deadlines: 'Délais',
    gap: 'Écart',
    interval: fr`Intervalle 95 %`,
    state: 'État',
    period: 'Période',
    met: 'Respectés',
    missed: 'Dépassés',
    indicator: 'Indicateur',
    value: 'Valeur',
    before: 'Avant',
    population: 'Sur',
    reported: 'Signalés',
    resolved: 'Résolus',
    open: 'Ouverts à la fin',
    kind: 'Nature',
    priority: 'Priorité',
    group: 'Répartition',
    measure: 'Étape',
    calendar: 'Calendrier',
    count: 'Nombre',
    meanCounted: 'Moyenne comptée',
    p50Counted: 'P50 compté',
    p90Counted: 'P90 compté',
    meanElapsed: 'Moyenne écoulée',
    p50Elapsed: 'P50 écoulé',
    p90Elapsed: 'P90 écoulé',
    ticket: 'Ticket',
    due: 'Échéance',
    stopped: 'Arrêt',
    started: 'Départ',
    reportedAt: 'Signalement',
    counted: 'Compté',
    countedOf: 'Compté / délai',
    overrun: 'Dépassement',
    pauses: 'Suspensions, remarques',
    reason: 'Raison',
    tickets: 'Tickets',
    finding: 'Constat',
    text: 'Texte',
    term: 'Terme',
    definition: 'Définition',
    hours: 'Heures d’ouverture',
    zone: 'Fuseau',
    file: 'Fichier',
    role: 'Rôle',
    rows: 'Lignes',
    rejected: 'Rejetées',
    duplicates: 'Doublons',
    sha: 'SHA-256',
    excluded: 'Exclus',
    running: 'En cours',
    notApplicable: 'Sans objet',
    cycle: 'Cycle',
    site: 'Site',
    unit: 'Unité',
    why: 'Règle qui décide',
    id: 'Identifiant',
  },
  stillRunning: 'en cours',
  byCalendar: 'par calendrier',
  civilTime: 'jours calendaires',
  judgedOver: (window: string) => `Jugé sur ${window}`,
  ofTarget: (counted: string, target: string) => `${counted} / ${target}`,
  units: { count: 'nombre', percent: '%', seconds: 'durée', score: 'note' },
  ticketsAndOthers: (tickets: string) => `${tickets}… et d’autres`,
  ticketsAndMore: (tickets: string, more: string) => `${tickets}… et ${more} de plus`,

  facts: {
    client: 'Client',
    provider: 'Prestataire',
    contract: 'Contrat',
    title: 'Intitulé',
    version: 'Version en vigueur',
    period: 'Période',
    observation: 'Observation',
    signedOn: 'Signé le',
    effectiveFrom: 'En vigueur depuis le',
    effectiveTo: 'Jusqu’au (exclu)',
    zone: 'Fuseau des dates',
    authority: 'Document qui fait foi',
    authorityContract: 'ce contrat, sous forme de données',
    authorityDocument: (file: string, date: string) => fr`le document signé « ${file} » du ${date}`,
    inputs: 'Empreinte des faits et du contrat',
    engine: 'Version du moteur',
    tzdata: 'Données de fuseaux',
  },
  roles: {
    contract: 'contrat',
    amendment: 'avenant',
    facts: 'faits',
    mapping: 'correspondance',
    outages: 'interruptions',
    controls: 'contrôles',
    calls: 'appels',
    fees: 'redevances',
    notices: 'actes sur les pénalités',
  },

  cover: {
    provisional: 'Provisoire',
    provisionalNote: (at: string) => `Arrêté au ${at}, avant la fin de la période.`,
    observed: (at: string) => `Arrêté au ${at}.`,
    charactersLost: fr`Les caractères que la police de ce document n’a pas y sont remplacés par □ ; les autres formats les donnent.`,
    strip: 'Les engagements d’un coup d’œil',
    contents: 'Dans ce rapport',
  },

  chart: {
    resultsTitle: (period: string) => `Résultat de chaque engagement face à son objectif, ${period}`,
    resultsItem: (name: string, result: string, target: string, state: string) =>
      fr`${name} : ${result} pour un objectif de ${target}, ${state}`,
    resultsNone: (name: string) => fr`${name} : aucun délai jugé`,
    target: 'objectif',
    targetOf: (percent: string) => `objectif ${percent}`,
    interval: fr`intervalle à 95 %`,
    noData: 'aucun délai jugé',
    trendTitle: (from: string, to: string) => `Taux de respect par engagement, de ${from} à ${to}`,
    trendItem: (name: string, points: string) => fr`${name} : ${points}`,
    judgedTitle: (from: string, to: string) => `Délais respectés et dépassés par période, de ${from} à ${to}`,
    judgedItem: (period: string, met: string, missed: string) => fr`${period} : ${met} respectés, ${missed} dépassés`,
    met: 'respectés',
    missed: 'dépassés',
    volumesTitle: (from: string, to: string) => `Tickets signalés, résolus et ouverts par période, de ${from} à ${to}`,
    volumesItem: (period: string, reported: string, resolved: string, open: string) =>
      fr`${period} : ${reported} signalés, ${resolved} résolus, ${open} ouverts à la fin`,
    breakdownTitle: 'Tickets signalés et résolus par nature et par priorité',
    breakdownItem: (label: string, reported: string, resolved: string) =>
      fr`${label} : ${reported} signalés, ${resolved} résolus`,
    reported: 'signalés',
    resolved: 'résolus',
    open: 'ouverts à la fin',
    handlingTitle: 'Temps comptés et temps écoulés, par étape et par calendrier',
    handlingItem: (label: string, p50: string, mean: string, p90: string, elapsed: string) =>
      fr`${label} : médiane ${p50}, moyenne ${mean}, P90 ${p90} comptés ; P90 écoulé ${elapsed}`,
    countedAxis: 'temps compté',
    elapsedAxis: 'temps écoulé',
    median: 'médiane (P50)',
    mean: 'moyenne',
    p90: 'P90',
    showData: 'Voir les données',
  },

  definitions: {
    deadline: {
      term: 'Délai',
      text: fr`Le chronomètre d’un ticket au regard d’un engagement : il part au signalement et s’arrête à l’étape visée. Une réouverture tardive en ouvre un second, mesuré à part.`,
    },
    met: {
      term: 'Respecté, dépassé',
      text: fr`Un délai est respecté si le temps compté est inférieur ou égal au délai visé ; l’égalité est un respect. Le temps fermé après l’échéance ne met rien en retard. En jours, l’arrêt doit précéder l’échéance ou tomber dessus.`,
    },
    counted: {
      term: 'Temps compté',
      text: 'Temps ouvert du calendrier de l’engagement entre le départ et l’arrêt, suspensions admises déduites. Le changement d’heure est compté en temps réel.',
    },
    elapsed: {
      term: 'Temps écoulé',
      text: 'Temps de montre entre le départ et l’arrêt, jour et nuit, suspensions comprises.',
    },
    rate: {
      term: 'Taux de respect',
      text: fr`Délais respectés ÷ (respectés + dépassés). Les délais exclus, en cours ou sans objet n’y entrent pas. Arrondi à deux décimales pour l’affichage, jamais vers 100 % ; le verdict se fait sur la fraction exacte.`,
    },
    open: {
      term: 'Délai dépassé en cours',
      text: fr`Un délai dont le temps compté passe l’objectif avant la fin de la période y est compté dépassé, même si le ticket reste ouvert ; il n’est pas compté une seconde fois à son arrêt.`,
    },
    wilson: {
      term: fr`Intervalle à 95 %`,
      text: fr`Intervalle de Wilson (z = 1,959964) sur le taux : l’étendue des taux réels compatibles avec si peu, ou autant, de délais. Pour information seulement ; aucun verdict n’en dépend.`,
    },
    informative: {
      term: 'Informatif',
      text: fr`Moins de délais que le minimum du contrat, ou pas de taux exigé : le chiffre est montré, il n’est pas jugé.`,
    },
    notApplicable: { term: 'Sans objet', text: 'Aucun délai à juger dans la période.' },
    overrun: { term: 'Dépassement', text: 'Temps compté au-delà du délai visé, dans le calendrier de l’engagement.' },
    percentile: {
      term: 'P50, P90',
      text: fr`Centiles au rang le plus proche : la moitié (P50, la médiane) ou 90 % (P90) des délais arrêtés dans la période ont pris ce temps ou moins.`,
    },
    neutralised: {
      term: 'Neutralisé',
      text: fr`Mesuré mais non compté : hors périmètre, annulé, fusionné, sans contrat en vigueur, ou exclu d’un commun accord. Le silence de l’autre partie ne vaut pas accord.`,
    },
    volumes: {
      term: 'Volumes',
      text: fr`Signalés et résolus : tickets dont le signalement ou la résolution tombe dans la période. Ouverts à la fin : tickets non résolus au dernier instant de la période.`,
    },
  },

  xlsx: {
    summary: 'Synthèse',
    commitments: 'Engagements',
    indicators: 'Indicateurs',
    volumes: 'Volumes',
    missed: 'Tickets hors délai',
    neutralised: 'Neutralisés',
    definitions: 'Définitions',
    fingerprint: 'Empreinte',
    dateFormat: 'dd/mm/yyyy hh:mm',
    dayFormat: 'dd/mm/yyyy',
    topic: 'Rubrique',
    notice: 'À savoir',
    content: 'Contenu',
    breakdown: 'Répartition',
    all: 'Tous les tickets',
    imputable: 'Imputable à',
    wilsonLow: fr`Intervalle 95 %, bas`,
    wilsonHigh: fr`Intervalle 95 %, haut`,
    remarks: 'Remarques',
    implied: 'Étape déduite',
    suspended: 'Temps suspendu (montre)',
    missedInARow: 'Manqué de suite',
    pausesOf: 'Suspensions',
  },
}

/** The shape of a catalogue. */
export type Messages = typeof french
