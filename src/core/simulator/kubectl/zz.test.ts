import { readFileSync } from 'node:fs'
import { it } from 'vitest'
import { parse } from '../../yaml/parse'
import { runHeadless } from '../session/headless'
import { loadPrograms } from '../programs/loadPrograms'

it('x', async () => {
  const text = ['jobs','statefulset','daemonset','services','config'].map((n) => readFileSync(`src/golden/manifests/${n}.yaml`, 'utf8')).join('\n---\n')
  const documents = parse(text).documents
  const script = [
    [1, 'kubectl get all; kubectl get cm,secret,pvc,ing,netpol,hpa,pdb,sa'],
    [20, 'kubectl get pods -o wide'],
    [20, 'kubectl get cronjobs,jobs'],
    [21, 'kubectl create job now --from=cronjob/$(kubectl get cj -o name | head -1 | cut -d/ -f2)'],
    [30, 'kubectl get jobs; kubectl logs job/now; kubectl describe job now'],
    [31, 'kubectl describe sts; kubectl describe ds; kubectl describe cj'],
    [32, 'kubectl rollout status $(kubectl get sts -o name); kubectl rollout history $(kubectl get sts -o name)'],
    [33, 'kubectl get pvc; kubectl describe pvc; kubectl describe ing; kubectl describe cm; kubectl describe secret'],
    [34, 'kubectl get controllerrevisions'],
    [60, 'kubectl rollout restart $(kubectl get sts -o name) && kubectl rollout status $(kubectl get sts -o name)'],
    [200, 'kubectl events | tail -5'],
    [201, 'kubectl get -f design.yaml'],
    [300, 'kubectl scale $(kubectl get sts -o name) --replicas=1; sleep 60; kubectl get sts'],
  ] as const
  const run = await runHeadless({ documents, programs: await loadPrograms(), seed: 1, epoch: Date.UTC(2030,0,1), duration: 460000, script: script.map(([time, line]) => ({ time: time*1000, line })), columns: 120 })
  console.log(run.applied.join('\n'))
  for (const { time, line, output, exitCode } of run.lines) console.log(`\n=== ${time/1000} $ ${line} [${exitCode}]\n${output}`)
}, 60000)
