import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter } from '../clause-types.ts'

/**
 * A channel that opens the clock and of which nothing says how its tickets get their priority: not among the stated
 * rights, or no rights at all where there is no matrix either.
 */
export const channelWithoutRight: LintRule<CommitmentsChapter> = {
  id: 'SL20',
  severity: 'warning',
  title: localise('Canal au délai par défaut', 'Channel with a default time'),
  why: localise(
    'Un ticket arrivé par ce canal recevra la priorité que le prestataire voudra, souvent la plus basse.',
    'A ticket that comes by this channel will get the priority that the provider likes, often the lowest.',
  ),
  mend: localise(
    'Dites ce qui donne la priorité sur ce canal : channels: { rights: { email: matrix } }.',
    'Say what gives the priority on this channel: channels: { rights: { email: matrix } }.',
  ),
  find({ priorities, clock: { channels } }) {
    const { opensClock = [], rights } = channels ?? {}
    if (priorities === undefined || (rights === undefined && priorities.matrix !== undefined)) return []
    return opensClock.flatMap((channel, index) => {
      if (rights !== undefined && Object.hasOwn(rights, channel)) return []
      return [
        {
          path: ['clock', 'channels', 'opensClock', index],
          message: localise(
            `Canal « ${channel} » : rien ne dit quelle priorité ont ses tickets.`,
            `Channel "${channel}": nothing says which priority its tickets have.`,
          ),
        },
      ]
    })
  },
}
