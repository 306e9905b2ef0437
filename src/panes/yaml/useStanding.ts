import { useEffect, useState } from 'react'

/**
 * Takes whether something is so, and for how long it must have been; says whether it has been so that long. Text
 * that is half typed is wrong at every other key: it is not to be scolded before the hand rests.
 */
export function useStanding(isSo: boolean, milliseconds: number): boolean {
  const [stands, setStands] = useState(false)
  useEffect(() => {
    if (!isSo) return
    const timer = setTimeout(() => setStands(true), milliseconds)
    return () => {
      clearTimeout(timer)
      setStands(false)
    }
  }, [isSo, milliseconds])
  return isSo && stands
}
