import { useEffect } from 'react'
import { watchProblems } from '../store/problems'

/** Has the design judged from now on. The rules are loaded by themselves: the page is usable before they are. */
export function useProblemsWatch(): void {
  useEffect(() => watchProblems(() => import('../core/rules/diagnose')), [])
}
