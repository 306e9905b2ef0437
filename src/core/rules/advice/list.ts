import type { Advice } from './advice'
import { hostPath } from './host-path'
import { mountHidesImageFiles } from './mount-hides-image-files'
import { nestedMounts } from './nested-mounts'
import { oneSidedVolume } from './one-sided-volume'
import { readOnlyWriter } from './read-only-writer'
import { subPathNeverUpdates } from './sub-path-never-updates'
import { subPathVariable } from './sub-path-variable'
import { unboundedLogs } from './unbounded-logs'
import { unboundedMemoryVolume } from './unbounded-memory-volume'
import { unusedVolume } from './unused-volume'
import { writeMissesVolume } from './write-misses-volume'

/** Every rule, by topic. What is not in this list does not exist. */
export const ADVICE: readonly Advice[] = [
  // Volumes
  unusedVolume,
  oneSidedVolume,
  writeMissesVolume,
  readOnlyWriter,
  mountHidesImageFiles,
  nestedMounts,
  unboundedLogs,
  unboundedMemoryVolume,
  subPathNeverUpdates,
  subPathVariable,
  hostPath,
]
