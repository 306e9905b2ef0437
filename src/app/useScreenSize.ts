import { useSyncExternalStore } from 'react'

/** `small`: one pane at a time. `medium`: canvas and YAML share a place. `large`: all three side by side. */
export type ScreenSize = 'small' | 'medium' | 'large'

const large = matchMedia('(min-width: 1100px)')
const medium = matchMedia('(min-width: 700px)')

function subscribe(onChange: () => void): () => void {
  large.addEventListener('change', onChange)
  medium.addEventListener('change', onChange)
  return () => {
    large.removeEventListener('change', onChange)
    medium.removeEventListener('change', onChange)
  }
}

function sizeNow(): ScreenSize {
  return large.matches ? 'large' : medium.matches ? 'medium' : 'small'
}

/** Gives how much room there is, live. */
export function useScreenSize(): ScreenSize {
  return useSyncExternalStore(subscribe, sizeNow)
}
