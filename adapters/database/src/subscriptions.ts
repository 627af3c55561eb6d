export interface Subscription {
  onMessage: (payload: string) => void
  onGap?: (() => void) | undefined
}

/** Who wants to hear which channel. */
export interface Subscriptions {
  /** The returned function removes it again and says whether the channel has nobody left. */
  add(channel: string, subscription: Subscription): () => boolean
  channels(): Iterable<string>
  deliver(channel: string, payload: string): void
  tellGap(): void
}

export function emptySubscriptions(): Subscriptions {
  const byChannel = new Map<string, Set<Subscription>>()
  return {
    add(channel, subscription) {
      const ofChannel = byChannel.get(channel) ?? new Set()
      byChannel.set(channel, ofChannel.add(subscription))
      return () => {
        const isLast = ofChannel.delete(subscription) && ofChannel.size === 0
        if (isLast) byChannel.delete(channel)
        return isLast
      }
    },
    channels: () => byChannel.keys(),
    deliver(channel, payload) {
      for (const { onMessage } of byChannel.get(channel) ?? []) onMessage(payload)
    },
    tellGap() {
      for (const { onGap } of [...byChannel.values()].flatMap((ofChannel) => [...ofChannel])) onGap?.()
    },
  }
}
