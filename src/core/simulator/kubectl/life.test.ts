import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from '../../yaml/parse'
import { loadPrograms } from '../programs/loadPrograms'
import { runHeadless } from '../session/headless'

/** Takes a manifest and lines with their seconds; lets it live for so long, and gives what each line printed. */
async function lived(text: string, seconds: number, script: readonly (readonly [number, string])[]) {
  const run = await runHeadless({
    documents: parse(text).documents,
    programs: await loadPrograms(),
    seed: 1,
    epoch: Date.UTC(2030, 0, 1),
    duration: seconds * 1000,
    script: script.map(([time, line]) => ({ time: time * 1000, line })),
    columns: 120,
  })
  return run.lines.map(({ output }) => output)
}

const seed = (number: number) => readFileSync(`src/golden/manifests/seed-${number}.yaml`, 'utf8')

describe('kubectl on a design that lives', () => {
  it('shows the running example', async () => {
    const [watched, deployment, pod, first, second, files, exec, all] = await lived(seed(2), 40, [
      [0, 'kubectl get pods -w'],
      [10, 'kubectl get deployment'],
      [10, 'kubectl get pod'],
      [10, 'curl nginx-svc'],
      [15, 'curl nginx-svc'],
      [15, 'kubectl exec deploy/test -c nginx -- ls /usr/share/nginx/html'],
      [16, 'kubectl exec $(kubectl get pod -o name) -- false'],
      [16, 'kubectl get all | grep -c test'],
    ])
    expect(watched).toMatch(
      /^NAME +READY +STATUS +RESTARTS +AGE\ntest-\w+-\w{5} +0\/2 +ContainerCreating +0 +0s\n/,
    )
    expect(watched).toMatch(/\ntest-\w+-\w{5} +2\/2 +Running +0 +\ds\n/)
    expect(deployment).toBe(
      'NAME   READY   UP-TO-DATE   AVAILABLE   AGE\ntest   1/1     1            1           10s\n',
    )
    expect(pod).toMatch(
      /^NAME +READY +STATUS +RESTARTS +AGE\ntest-[a-z\d]+-[a-z\d]{5} {3}2\/2 {5}Running {3}0 {10}10s\n$/,
    )
    const name = /test-\S+/.exec(pod ?? '')?.[0] ?? ''
    expect(first).toContain(name)
    expect(second).toContain(name)
    expect(second).not.toBe(first)
    expect(files).toBe('index.html\n')
    expect(exec).toBe(
      'Defaulted container "nginx" out of: nginx, busybox\ncommand terminated with exit code 1\n',
    )
    expect(all).toBe('3\n')
  })

  it('follows a deleted pod and a rollout', async () => {
    const [deleted, after, page, rollout, history, forwarded, drained] = await lived(seed(2), 400, [
      [10, 'kubectl delete pod $(kubectl get pod -o name | cut -d/ -f2)'],
      [60, 'kubectl get pod --no-headers'],
      [60, 'curl -s nginx-svc'],
      [61, 'kubectl set image deploy/test nginx=nginx:1.28 && kubectl rollout status deploy/test'],
      [120, 'kubectl rollout history deploy/test | tail -n +3 | grep -c .'],
      [
        120,
        'kubectl port-forward deploy/test 8080:80 & sleep 2; curl -s -o /dev/null -w "%{http_code}" localhost:8080',
      ],
      [130, 'kubectl drain node-1 --delete-emptydir-data; kubectl get nodes --no-headers'],
    ])
    const old = /pod "(\S+)" deleted from default namespace\n/.exec(deleted ?? '')?.[1] ?? ''
    const name = /^\S+/.exec(after ?? '')?.[0] ?? ''
    expect(old).toMatch(/^test-/)
    expect(name).toMatch(/^test-/)
    expect(name).not.toBe(old)
    expect(page).toContain(name)
    expect(rollout).toMatch(
      /^deployment\.apps\/test image updated\nWaiting for [^]*deployment "test" successfully rolled out\n$/,
    )
    expect(history).toBe('2\n')
    expect(forwarded).toContain('Forwarding from 127.0.0.1:8080 -> 80\n')
    expect(forwarded).toContain('Handling connection for 8080\n200')
    expect(drained).toMatch(
      /^node\/node-1 cordoned\nevicting pod default\/\S+\npod\/\S+ evicted\nnode\/node-1 drained\nnode-1 {3}Ready,SchedulingDisabled {3}<none> {3}/,
    )
  })

  it('runs a pod once, and watches a crash', async () => {
    const crash =
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: crash\nspec:\n  containers:\n  - name: app\n    image: busybox\n    command: [sh, -c, "echo no; exit 3"]\n'
    const [run, previous, described, restarts] = await lived(crash, 60, [
      [1, 'kubectl run once --rm -it --restart=Never --image=busybox -- echo hello'],
      [40, 'kubectl logs crash -p'],
      [40, 'kubectl describe pod crash | grep -E "Exit Code|Reason: "'],
      [45, 'kubectl get pod crash -o jsonpath={.status.containerStatuses[0].restartCount}'],
    ])
    expect(run).toBe('hello\npod "once" deleted from default namespace\n')
    expect(previous).toBe('no\n')
    expect(described).toContain('      Exit Code:    3\n')
    expect(Number(restarts)).toBeGreaterThan(1)
  })
})
