import { describe, expect, it } from 'vitest'
import { saidOfPod } from '../../../golden/judgedPod'

const CLAIMS = 'resourceClaims: [{name: gpu, resourceClaimName: a}, {name: net, resourceClaimName: b}]'

describe('resources of a container', () => {
  const at = 'spec.containers[0].resources'
  it.each([
    ['limits: {cpu: 1, memory: 1Gi}', '', []],
    [
      'requests: {cpu: 2}, limits: {cpu: 1500m}',
      '',
      [`${at}.requests: Invalid value: "2": must be less than or equal to cpu limit of 1500m`],
    ],
    [
      'limits: {cpu: -1}, requests: {cpu: -1}',
      '',
      [
        `${at}.limits[cpu]: Invalid value: "-1": must be greater than or equal to 0`,
        `${at}.requests[cpu]: Invalid value: "-1": must be greater than or equal to 0`,
      ],
    ],
    [
      'requests: {cpus: 1}',
      '',
      [
        `${at}.requests[cpus]: Invalid value: "cpus": must be a standard resource type or fully qualified`,
        `${at}.requests[cpus]: Invalid value: "cpus": must be a standard resource for containers`,
      ],
    ],
    [
      'requests: {storage: 1Gi}',
      '',
      [`${at}.requests[storage]: Invalid value: "storage": must be a standard resource for containers`],
    ],
    [
      'requests: {nvidia.com/gpu: 1}',
      '',
      [`${at}.limits: Required value: Limit must be set for non overcommitable resources`],
    ],
    [
      'requests: {nvidia.com/gpu: 1}, limits: {nvidia.com/gpu: 2}',
      '',
      [`${at}.requests: Invalid value: "1": must be equal to nvidia.com/gpu limit of 2`],
    ],
    [
      'limits: {nvidia.com/gpu: 0.5}',
      '',
      [
        `${at}.limits[nvidia.com/gpu]: Invalid value: "500m": must be an integer`,
        `${at}.requests[nvidia.com/gpu]: Invalid value: "500m": must be an integer`,
      ],
    ],
    ['limits: {hugepages-2Mi: 4Mi}', '', [`${at}: Forbidden: HugePages require cpu or memory`]],
    ['limits: {hugepages-2Mi: 4Mi, cpu: 1}', '', []],
    ['claims: [{name: gpu}, {name: gpu}]', CLAIMS, [`${at}.claims[1]: Duplicate value: "gpu"`]],
    ['claims: [{name: gpu, request: a}, {name: gpu, request: b}]', CLAIMS, []],
    ['claims: [{name: gpu, request: a}, {name: gpu}]', CLAIMS, [`${at}.claims[1]: Duplicate value: "gpu"`]],
    [
      'claims: [{name: nope}]',
      CLAIMS,
      [`${at}.claims[0]: Not found: "nope": must be one of the names in pod.spec.resourceClaims: gpu, net`],
    ],
    [
      'claims: [{name: nope}]',
      '',
      [
        `${at}.claims[0]: Not found: "nope": must be one of the names in pod.spec.resourceClaims which is empty`,
      ],
    ],
  ])('%s (%s)', (resources, spec, want) => {
    expect(saidOfPod(spec, `resources: {${resources}}`)).toEqual(want)
  })
})

describe('resources of a whole pod', () => {
  const limited = 'resources: {requests: {cpu: 2}, limits: {cpu: 2}}'
  it.each([
    ['resources: {limits: {cpu: 4}, requests: {cpu: 2}}', []],
    [
      'resources: {limits: {gpu: 4}}',
      [
        'spec.resources.limits[gpu]: Unsupported value: "gpu": supported values: "cpu", "hugepages-", "memory"',
      ],
    ],
    [
      'resources: {requests: {cpu: 1}}',
      [
        'spec.resources.requests[cpu]: Invalid value: "1": must be greater than or equal to aggregate container requests of 2',
      ],
    ],
    [
      'resources: {limits: {cpu: 1}}',
      [
        'spec.containers[0].resources.limits[cpu]: Invalid value: "2": must be less than or equal to pod limits of 1',
      ],
    ],
    [
      'resources: {requests: {cpu: 4}}, initContainers: [{name: i, image: a, resources: {requests: {cpu: 5}}}]',
      [
        'spec.resources.requests[cpu]: Invalid value: "4": must be greater than or equal to aggregate container requests of 5',
      ],
    ],
    [
      'resources: {requests: {cpu: 4}}, initContainers: [{name: i, image: a, restartPolicy: Always, resources: {requests: {cpu: 3}}}]',
      [
        'spec.resources.requests[cpu]: Invalid value: "4": must be greater than or equal to aggregate container requests of 5',
      ],
    ],
    [
      'os: {name: windows}, resources: {limits: {cpu: 1}}',
      ['spec.resources: Forbidden: may not be set for a windows pod'],
    ],
  ])('%s', (spec, want) => {
    expect(saidOfPod(spec, limited)).toEqual(want)
  })

  it('the overhead is of a container’s resources', () => {
    expect(saidOfPod('runtimeClassName: kata, overhead: {gpus: 1, cpu: -1}')).toEqual([
      'spec.overhead.limits[cpu]: Invalid value: "-1": must be greater than or equal to 0',
      'spec.overhead.limits[gpus]: Invalid value: "gpus": must be a standard resource type or fully qualified',
      'spec.overhead.limits[gpus]: Invalid value: "gpus": must be a standard resource for containers',
    ])
  })
})
