import type { Writing } from './writing.ts'

/** Usual channels in words; another stands as written. */
export function channelName(channel: string, text: Writing['text']): string {
  const names: Readonly<Record<string, string>> = {
    phone: text('téléphone', 'telephone'),
    portal: text('portail', 'portal'),
    email: text('courriel', 'e-mail'),
    monitoring: text('supervision', 'monitoring'),
    chat: text('messagerie instantanée', 'chat'),
  }
  return names[channel] ?? channel
}
