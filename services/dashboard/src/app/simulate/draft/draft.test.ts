import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { firstText, isFirstVisit, keepDraft, linkedCommand } from './draft.ts'
import type { DraftPlaces } from './draft.ts'

function place(): DraftPlaces['tab'] {
  let kept: string | null = null
  return {
    read: () => kept,
    keep: (text) => {
      kept = text
      return true
    },
  }
}

const places = () => ({ tab: place(), device: place() })

describe('firstText', () => {
  test('an example on a first visit, then what was typed, even nothing', () => {
    const drafts = places()
    assert.ok(isFirstVisit(drafts))
    assert.equal(firstText(null, drafts, 'example'), 'example')
    keepDraft(drafts, { text: '', link: null })
    assert.equal(firstText(null, drafts, 'example'), '')
    assert.ok(!isFirstVisit(drafts))
  })

  test('a new tab goes on with the last text', () => {
    const { tab, device } = places()
    keepDraft({ tab, device }, { text: 'KO', link: null })
    assert.equal(firstText(null, { tab: place(), device }, 'example'), 'KO')
  })

  test('an address wins, unless the text went on after it', () => {
    const drafts = places()
    keepDraft(drafts, { text: 'KO-L-100%', link: 'KO' })
    assert.equal(firstText('KO', drafts, ''), 'KO-L-100%')
    assert.equal(firstText('PG', drafts, ''), 'PG')
    assert.equal(firstText('KO', { ...drafts, tab: place() }, ''), 'KO')
  })

  test('full or foreign storage does no harm', () => {
    const full = { read: () => '{{', keep: () => false }
    keepDraft({ tab: full, device: full }, { text: 'KO', link: null })
    assert.equal(firstText(null, { tab: full, device: full }, 'example'), 'example')
  })
})

test('a command over 8 KiB is no address', () => {
  assert.equal(linkedCommand('A'.repeat(8192))?.length, 8192)
  assert.equal(linkedCommand('A'.repeat(8193)), null)
  assert.equal(linkedCommand('%'.repeat(2731)), null)
})
