import type { Signal } from './clock'

/** Takes signals; gives one that fires whenever one of them does. To fire it is to fire them all. */
export function anySignal(signals: readonly Signal[]): Signal {
  return {
    fire: () => {
      for (const signal of signals) signal.fire()
    },
    next: (run) => {
      let isOver = false
      const forgets: (() => void)[] = []
      const forget = () => {
        for (const each of forgets) each()
      }
      for (const signal of signals)
        forgets.push(
          signal.next(() => {
            if (isOver) return
            isOver = true
            forget()
            run()
          }),
        )
      return forget
    },
  }
}
