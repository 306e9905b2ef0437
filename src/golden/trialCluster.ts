import { controlLoop, type Controller } from '../core/simulator/controllers/controlPlane'
import { CONTROLLERS } from '../core/simulator/controllers/controllers'
import { bootstrap, ordinaryNode } from '../core/simulator/api/bootstrap'
import { ApiServer, type ObjectChange } from '../core/simulator/api/apiServer'
import type { ObjectsByKind } from '../core/simulator/api/objects'
import { Clock } from '../core/simulator/clock'
import type { PodStatus } from '../core/simulator/kubelet/status/podStatusTypes'
import { seeded } from '../core/simulator/random'

type Pod = ObjectsByKind['Pod']

/** What becomes of pods on the node of a trial cluster. Times are seconds. */
export interface PodPlan {
  /** How long after it was bound a pod is ready; null: never. */
  readonly readyAfter: number | null
  /** How long after it was bound its containers exit, and with which code. */
  readonly exits?: { readonly after: number; readonly code: number }
  /** How long a deleted pod takes to end. */
  readonly endsAfter: number
}

const USUAL: PodPlan = { readyAfter: 2, endsAfter: 1 }

/** For tests of controllers: an API server, a clock, the controllers, and a stand-in for the kubelet that follows a plan. */
export class TrialCluster {
  readonly clock = new Clock()
  readonly api = new ApiServer(this.clock)
  /** Everything that changed, in order. */
  readonly changes: ObjectChange[] = []
  private readonly bound = new Set<string>()
  private readonly ending = new Set<string>()

  /** Takes what becomes of a pod, by itself, and the controllers; the cluster runs once its time does. */
  constructor(
    private readonly planOf: (pod: Pod) => PodPlan = () => USUAL,
    controllers: readonly Controller[] = CONTROLLERS,
  ) {
    this.api.subscribe((change) => this.changes.push(change))
    this.api.subscribe(({ kind, namespace, name }) => {
      const pod = kind === 'Pod' ? this.api.get('Pod', namespace, name) : undefined
      if (pod !== undefined) this.look(pod)
    })
    bootstrap(this.api, ordinaryNode('node-1'))
    this.clock.start(controlLoop(this.api, this.clock, seeded(1), controllers))
  }

  /** Takes a time in seconds; runs up to it. */
  runTo(seconds: number): void {
    this.clock.run(seconds * 1000, () => undefined)
  }

  /** Gives the messages of all events about objects of a kind, in the order in which they were first recorded. */
  messages(kind: string): readonly string[] {
    return this.api
      .list('Event')
      .filter(({ involvedObject }) => involvedObject.kind === kind)
      .toSorted((a, b) => number(a) - number(b))
      .map(({ reason, message }) => `${reason}: ${message}`)
  }

  private look(pod: Pod): void {
    const { uid = '', deletionTimestamp } = pod.metadata ?? {}
    const plan = this.planOf(pod)
    if (deletionTimestamp !== undefined && !this.ending.has(uid)) {
      this.ending.add(uid)
      this.after(plan.endsAfter, pod, (now) => this.api.remove('Pod', now.metadata?.namespace ?? '', now.metadata?.name ?? ''))
    }
    if ((pod.spec?.nodeName ?? '') === '' || this.bound.has(uid)) return
    this.bound.add(uid)
    if (plan.readyAfter !== null)
      this.after(plan.readyAfter, pod, (now) => this.write(now, { phase: 'Running', ...this.ready('True') }))
    const { exits } = plan
    if (exits !== undefined) this.after(exits.after, pod, (now) => this.write(now, this.ended(now, exits.code)))
  }

  private after(seconds: number, { metadata }: Pod, run: (now: Pod) => void): void {
    this.clock.at(this.clock.now + seconds * 1000, () => {
      const now = this.api.get('Pod', metadata?.namespace ?? '', metadata?.name ?? '')
      if (now !== undefined && now.metadata?.uid === metadata?.uid) run(now)
    })
  }

  private write(pod: Pod, status: PodStatus): void {
    const podIP = pod.status?.podIP ?? `10.244.0.${this.bound.size + 1}`
    const conditions = [
      ...(pod.status?.conditions ?? []).filter(({ type }) => type !== 'Ready'),
      ...(status.conditions ?? []),
    ]
    this.api.put('Pod', { ...pod, status: { ...pod.status, podIP, ...status, conditions } })
  }

  private ready(status: string): PodStatus {
    return { conditions: [{ type: 'Ready', status, lastTransitionTime: this.clock.timestamp() }] }
  }

  private ended(pod: Pod, exitCode: number): PodStatus {
    const finishedAt = this.clock.timestamp()
    return {
      phase: exitCode === 0 ? 'Succeeded' : 'Failed',
      ...this.ready('False'),
      containerStatuses: (pod.spec?.containers ?? []).map(({ name }) => ({
        name,
        state: { terminated: { exitCode, finishedAt } },
      })),
    }
  }
}

/** The names of events end with numbers that grow. */
function number({ metadata }: { readonly metadata?: { readonly name?: string } }): number {
  return Number.parseInt(metadata?.name?.split('.').at(-1) ?? '', 16)
}
