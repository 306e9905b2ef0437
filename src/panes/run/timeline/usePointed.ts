import { useEffect, useRef, useState } from 'react'
import type { OnPoint, Pointed } from './drawn'

/** How long a card stays when the pointer has left what it is about: long enough to get onto the card. */
const LINGER = 140

/** What is pointed at, and ways to say so and to hold it. */
export interface Pointing {
  readonly pointed: Pointed | null
  readonly point: OnPoint
  /** While it is held it stays, whatever the pointer leaves. */
  readonly hold: (isHeld: boolean) => void
}

/** Gives what is pointed at: a moment longer than the pointer is on it, and as long as it is held. Escape ends it. */
export function usePointed(): Pointing {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const leaving = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setPointed(null)
    }
    window.addEventListener('keydown', leave)
    return () => {
      window.removeEventListener('keydown', leave)
      clearTimeout(leaving.current)
    }
  }, [])
  const point = (next: Pointed | null): void => {
    clearTimeout(leaving.current)
    leaving.current = undefined
    if (next !== null) setPointed((before) => (before !== null && isSame(before, next) ? before : next))
    else leaving.current = setTimeout(() => setPointed(null), LINGER)
  }
  const hold = (isHeld: boolean): void => {
    if (isHeld) clearTimeout(leaving.current)
    else point(null)
  }
  return { pointed, point, hold }
}

/** The pointer moves on within the same thing: nothing has to be drawn anew. */
function isSame(one: Pointed, other: Pointed): boolean {
  if (one.kind === 'marks') return other.kind === 'marks' && one.marks[0] === other.marks[0]
  return other.kind === 'span' && one.life === other.life && one.index === other.index
}
