import type { Language } from '@vigie/engine'
import type { Random } from './random.ts'

/** What people write on tickets, by language: for show, no figure reads it. */
export function sentence(random: Random, language: Language, about: keyof typeof SENTENCES): string {
  const choices = SENTENCES[about][language]
  return choices[random.below(choices.length)] ?? ''
}

/** What a ticket is about, by asset class. */
export function subjectOf(random: Random, language: Language, assetClass: string): string {
  return sentence(random, language, SUBJECTS[assetClass] ?? 'other')
}

const SUBJECTS: Readonly<Record<string, keyof typeof SENTENCES>> = {
  workstation: 'workstation',
  server: 'server',
  network: 'network',
  printer: 'printer',
  cloud: 'cloud',
  mobile: 'mobile',
  'business-app': 'application',
}

type Words = { readonly [L in Language]: readonly string[] }

const SENTENCES = {
  workstation: {
    fr: [
      'Le poste ne démarre plus',
      'Poste très lent depuis la mise à jour',
      'Deuxième écran noir',
      'Lecteur réseau absent à l’ouverture de session',
      'Message « espace disque insuffisant »',
    ],
    en: [
      'The workstation does not start',
      'Very slow since the update',
      'Second screen is black',
      'Network drive missing at logon',
      'Message "disk space low"',
    ],
  },
  server: {
    fr: [
      'Session à distance figée',
      'Dossier partagé inaccessible',
      'Impression impossible depuis le serveur',
      'Tâche planifiée en échec',
    ],
    en: ['Remote session frozen', 'Shared folder unreachable', 'No printing from the server', 'Scheduled task failed'],
  },
  network: {
    fr: [
      'Wi-Fi coupé à l’atelier',
      'Connexion distante refusée',
      'Débit très faible, appels hachés',
      'Prise réseau muette',
    ],
    en: [
      'No Wi-Fi in the workshop',
      'Remote access refused',
      'Very low throughput, choppy calls',
      'Dead network socket',
    ],
  },
  printer: {
    fr: ['Bourrage papier, rien ne sort', 'File d’impression bloquée', 'Numérisation vers la messagerie en échec'],
    en: ['Paper jam, nothing comes out', 'Print queue stuck', 'Scan to mail fails'],
  },
  cloud: {
    fr: [
      'Mot de passe oublié',
      'Message bloqué à tort',
      'Accès à un dossier partagé',
      'Boîte aux lettres pleine',
      'Réunion à distance sans son',
    ],
    en: [
      'Forgotten password',
      'Message blocked by mistake',
      'Access to a shared folder',
      'Mailbox full',
      'Remote meeting without sound',
    ],
  },
  mobile: {
    fr: ['Messagerie absente du téléphone', 'Téléphone perdu', 'Tablette de l’atelier bloquée'],
    en: ['No mail on the phone', 'Lost phone', 'Workshop tablet locked'],
  },
  application: {
    fr: ['Le progiciel se ferme à l’édition d’un devis', 'Erreur à l’export comptable'],
    en: ['The application closes when a quote is printed', 'Error on the accounting export'],
  },
  other: {
    fr: ['Demande d’assistance', 'Dysfonctionnement signalé'],
    en: ['Request for help', 'Fault reported'],
  },
  request: {
    fr: [
      'Arrivée d’un collaborateur',
      'Départ d’un collaborateur',
      'Droits sur un dossier',
      'Installation d’un logiciel',
      'Mot de passe à réinitialiser',
      'Prêt d’un poste portable',
      'Restauration d’un fichier effacé',
    ],
    en: [
      'New member of staff',
      'Leaver',
      'Rights on a folder',
      'Software installation',
      'Password to reset',
      'Loan of a laptop',
      'Restore of a deleted file',
    ],
  },
  change: {
    fr: [
      'Ouverture d’un flux du pare-feu',
      'Remplacement d’un poste',
      'Extension du stockage',
      'Ajout d’une borne Wi-Fi',
    ],
    en: ['Firewall rule to open', 'Replacement of a workstation', 'More storage', 'One more Wi-Fi access point'],
  },
  alert: {
    fr: [
      'Supervision : seuil disque dépassé',
      'Supervision : service arrêté',
      'Supervision : sauvegarde incomplète',
      'Supervision : lien dégradé',
    ],
    en: [
      'Monitoring: disk threshold passed',
      'Monitoring: service stopped',
      'Monitoring: backup incomplete',
      'Monitoring: link degraded',
    ],
  },
  outage: {
    fr: ['Plus aucun accès : toute l’équipe est arrêtée', 'Le service ne répond plus', 'Tout le site est bloqué'],
    en: ['No access at all: the whole team has stopped', 'The service does not answer', 'The whole site is stuck'],
  },
  problem: {
    fr: ['Recherche de la cause de l’incident majeur'],
    en: ['Search for the root cause of the major incident'],
  },
  automatic: {
    fr: ['Votre demande est enregistrée, nous revenons vers vous.'],
    en: ['Your request is registered, we will come back to you.'],
  },
  client: {
    fr: [
      'Une question à l’utilisateur : depuis quand, et sur quel poste ?',
      'Merci de nous dire quand le poste est libre',
      'En attente de la copie d’écran, demandée par messagerie',
    ],
    en: [
      'A question to the user: since when, and on which machine?',
      'Please tell us when the machine is free',
      'Waiting for the screenshot, asked for by mail',
    ],
  },
  thirdParty: {
    fr: [
      'Dossier ouvert chez l’opérateur, réponse annoncée sous deux jours',
      'Pièce commandée chez le fabricant, "échange sur site"',
      'Éditeur saisi\nréférence de son dossier jointe',
    ],
    en: [
      'Case opened with the carrier, answer due in two days',
      'Part ordered from the maker, "swap on site"',
      'Publisher called\ncase reference attached',
    ],
  },
  otherWait: {
    fr: ['Rendez-vous fixé avec l’utilisateur', 'Intervention prévue lors du prochain passage sur site'],
    en: ['Appointment made with the user', 'To be done at the next visit'],
  },
  reminder: {
    fr: ['Relance : nous attendons toujours votre réponse', 'Relance faite, sans réponse à ce jour'],
    en: ['Reminder: we are still waiting for your answer', 'Reminder sent, no answer so far'],
  },
  update: {
    fr: [
      'Diagnostic en cours',
      'Restauration engagée, prochain point dans 30 minutes',
      'Service partiellement rétabli',
      'Éditeur en ligne avec nous',
    ],
    en: [
      'Diagnosis under way',
      'Restoration started, next update in 30 minutes',
      'Service partly restored',
      'The publisher is on the line',
    ],
  },
  clientComment: {
    fr: ['Avez-vous du nouveau ?', 'Cela bloque aussi ma collègue, merci', 'Je suis disponible cet après-midi'],
    en: ['Any news?', 'My colleague is stuck too, thanks', 'I am available this afternoon'],
  },
  providerComment: {
    fr: [
      'Prise en main effectuée, tests en cours',
      'Redémarrage fait, à confirmer par l’utilisateur',
      'Même cause que la semaine passée',
    ],
    en: ['Remote session done, testing', 'Restarted, to be confirmed by the user', 'Same cause as last week'],
  },
  contest: {
    fr: ['Le délai ne nous est pas imputable : poste indisponible', 'Nous ne partageons pas ce calcul'],
    en: ['The delay is not ours: the machine was not available', 'We do not share this reckoning'],
  },
  correction: {
    fr: ['Heure corrigée d’après le rapport d’intervention'],
    en: ['Time corrected from the visit report'],
  },
  tacit: { fr: ['Clôture tacite'], en: ['Closed for want of remarks'] },
  unanswered: { fr: ['Clôture sans réponse'], en: ['Closed without an answer'] },
} as const satisfies Readonly<Record<string, Words>>
