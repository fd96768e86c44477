import type { Language } from '@vigie/engine'

type Words = { readonly name: string; readonly formula: string }

/** The usual KPIs, that a contract names by their id alone. */
export const KPI_NAMES: Readonly<Record<string, { readonly [L in Language]: Words }>> = {
  'ticket-count': {
    fr: { name: 'Nombre de tickets', formula: 'tickets signalés dans la période, par nature' },
    en: { name: 'Number of tickets', formula: 'tickets reported in the period, by kind' },
  },
  'mean-time-to-respond': {
    fr: {
      name: 'Délai moyen de prise en compte',
      formula: 'moyenne du temps compté des prises en compte de la période, par calendrier',
    },
    en: { name: 'Mean time to respond', formula: 'mean counted time of the responses of the period, by calendar' },
  },
  'mean-time-to-resolve': {
    fr: {
      name: 'Délai moyen de résolution',
      formula: 'moyenne du temps compté des résolutions de la période, par calendrier',
    },
    en: { name: 'Mean time to resolve', formula: 'mean counted time of the resolutions of the period, by calendar' },
  },
  'p90-time-to-resolve': {
    fr: {
      name: 'Délai de résolution au 90e centile',
      formula: '90e centile, au rang le plus proche, du temps compté des résolutions',
    },
    en: {
      name: '90th percentile of the time to resolve',
      formula: '90th percentile, nearest rank, of the counted time of the resolutions',
    },
  },
  'backlog-age': {
    fr: { name: 'Ancienneté du stock', formula: '90e centile de l’âge des tickets non résolus à la fin de la période' },
    en: { name: 'Backlog age', formula: '90th percentile of the age of the tickets unresolved at the period’s end' },
  },
  'reopen-rate': {
    fr: {
      name: 'Taux de réouverture',
      formula: 'tickets résolus dans la période et rouverts sous 30 jours ÷ tickets résolus',
    },
    en: {
      name: 'Reopen rate',
      formula: 'tickets resolved in the period and reopened within 30 days ÷ tickets resolved',
    },
  },
  'first-contact-resolution': {
    fr: {
      name: 'Résolution au premier contact',
      formula: 'tickets résolus sans réouverture, sans suspension et par un seul intervenant ÷ tickets résolus',
    },
    en: {
      name: 'First-contact resolution',
      formula: 'tickets resolved without reopening or pause and by one person ÷ tickets resolved',
    },
  },
  satisfaction: {
    fr: { name: 'Satisfaction', formula: 'note moyenne, avec la part des tickets résolus qui sont notés' },
    en: { name: 'Satisfaction', formula: 'mean score, with the share of resolved tickets that are rated' },
  },
  'answer-rate': {
    fr: { name: 'Taux de décroché', formula: 'appels décrochés dans le délai visé ÷ appels reçus' },
    en: { name: 'Answer rate', formula: 'calls answered within the target ÷ calls offered' },
  },
  'abandon-rate': {
    fr: { name: 'Taux d’abandon', formula: 'appels abandonnés ÷ appels reçus' },
    en: { name: 'Abandon rate', formula: 'calls abandoned ÷ calls offered' },
  },
}
