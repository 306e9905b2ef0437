import type { ContainerPrograms } from '../cluster/pod/containerPrograms'

/** Loads what images hold and their programs do; the shell's own library only comes with the first container that has one. */
export async function loadPrograms(): Promise<ContainerPrograms> {
  const { PROGRAMS } = await import('./programs')
  return PROGRAMS
}
