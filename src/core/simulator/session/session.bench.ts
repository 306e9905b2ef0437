import { bench, describe } from 'vitest'
import { goldenManifests } from '../../../golden/texts'
import { parse } from '../../yaml/parse'
import { loadPrograms } from '../programs/loadPrograms'
import { Session } from './session'

/*
 * Real time for virtual time. The running example for an hour is wanted in a second.
 */

const MINUTE = 60_000

async function live(manifest: string, duration: number): Promise<void> {
  const session = new Session({
    documents: parse(manifest).documents.filter((document) => document !== null),
    programs: await loadPrograms(),
    seed: 1,
    epoch: Date.UTC(2030, 0, 1),
  })
  // The page takes what happened from time to time; an endless list would be measured else.
  for (let time = MINUTE; time <= duration; time += MINUTE) {
    // oxlint-disable-next-line no-await-in-loop
    await session.advance(time)
    session.take()
  }
}

function shellPod(script: string): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'busy' },
    spec: { containers: [{ name: 'main', image: 'busybox', command: ['sh', '-c', script] }] },
  })
}

describe('the running example', () => {
  const example = goldenManifests().find(({ file }) => file.endsWith('seed-2.yaml'))?.text ?? ''
  bench('an hour', () => live(example, 60 * MINUTE))
  bench('a minute of 100 pods', () => live(example.replace('replicas: 1', 'replicas: 100'), MINUTE))
})

describe('a script that never sleeps', () => {
  bench('a minute', () => live(shellPod('while true; do :; done'), MINUTE))
})

describe('a script that passes text through tools', () => {
  const loop = (line: string) => shellPod(`while true; do ${line} >> /tmp/log; sleep 1; done`)
  bench('an hour of date | awk', () => live(loop("date | awk '{print $4}'"), 60 * MINUTE))
  bench('an hour of sed, grep, cut and sort', () =>
    live(loop("printf 'b=2\\na=1\\n' | sort | sed s/=/:/ | grep : | cut -d: -f1"), 60 * MINUTE),
  )
})
