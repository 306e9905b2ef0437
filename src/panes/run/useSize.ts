import { useEffect, useState } from 'react'

/** How large an element is, in pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Takes an element, or null before there is one; gives its size, live. */
export function useSize(element: HTMLElement | null): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useEffect(() => {
    if (element === null) return undefined
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return size
}
