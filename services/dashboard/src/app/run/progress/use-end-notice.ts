import { useEffect, useState } from 'react'
import { finalStatuses } from '@portofino/contract'
import type { TaskMessage } from '@portofino/contract'
import { settings } from '../../../settings/settings.ts'

export interface EndNotice {
  /** The person will be told. */
  isWanted: boolean
  /** The browser lets itself be asked. */
  isPossible: boolean
  ask: () => Promise<void>
}

const ends: Readonly<Record<string, string>> = { done: 'is done', failed: 'failed', canceled: 'was canceled' }

/** Tells who looks elsewhere that a run is over, by a notification where one is wanted. It stays when the page shows the result. */
export function useEndNotice(title: string, status: TaskMessage['status']): EndNotice {
  const [isWanted, setWanted] = useState(() => settings.current().notifications && mayNotify())
  const isOver = finalStatuses.includes(status)
  const [wasOver, setWasOver] = useState(isOver)
  useEffect(() => {
    if (!isOver || wasOver) return
    setWasOver(true)
    if (isWanted && document.hidden) void new Notification('PortoFino', { body: `${title} ${ends[status]}.` })
  }, [isOver, wasOver, isWanted, title, status])
  return {
    isWanted,
    isPossible: typeof Notification !== 'undefined' && Notification.permission !== 'denied',
    ask: async () => setWanted((await Notification.requestPermission()) === 'granted'),
  }
}

function mayNotify(): boolean {
  return typeof Notification !== 'undefined' && Notification.permission === 'granted'
}
