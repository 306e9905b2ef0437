import { describe, expect, it } from 'vitest'
import { saidOfPod } from '../../../golden/judgedPod'

const NAME =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
const VALUE =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"

describe('affinity', () => {
  const node = 'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms'
  const required = (terms: string): string =>
    `affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [${terms}]}}}`
  it.each([
    [required(''), [`${node}: Required value: must have at least one node selector term`]],
    [required('{}'), []],
    [
      required('{matchExpressions: [{key: a, operator: Gt, values: ["1", "2"]}]}'),
      [
        `${node}[0].matchExpressions[0].values: Required value: must be specified single value when \`operator\` is 'Lt' or 'Gt'`,
      ],
    ],
    [
      required('{matchExpressions: [{key: a, operator: In, values: [a b]}]}'),
      [`${node}[0].matchExpressions[0].values[0]: Invalid value: "a b": ${VALUE}`],
    ],
    [
      required('{matchFields: [{key: spec.a, operator: Exists}]}'),
      [
        `${node}[0].matchFields[0].operator: Invalid value: "Exists": not a valid selector operator`,
        `${node}[0].matchFields[0].key: Invalid value: "spec.a": not a valid field selector key`,
      ],
    ],
    [
      required('{matchFields: [{key: metadata.name, operator: In, values: [a, b]}]}'),
      [
        `${node}[0].matchFields[0].values: Required value: must be only one value when \`operator\` is 'In' or 'NotIn' for node field selector`,
      ],
    ],
  ])('to nodes: %s', (spec, want) => {
    expect(saidOfPod(spec)).toEqual(want)
  })

  it('values of what is preferred are not looked at', () => {
    expect(
      saidOfPod(
        'affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 101, preference: {matchExpressions: [{key: a, operator: In, values: [a b]}]}}]}}',
      ),
    ).toEqual([
      'spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: Invalid value: 101: must be in the range 1-100',
    ])
  })

  const term = (rest: string): string =>
    `affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{${rest}}]}}`
  const pod = 'spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]'
  it.each([
    [
      term(''),
      [
        `${pod}.topologyKey: Required value: can not be empty`,
        `${pod}.topologyKey: Invalid value: "": name part must be non-empty`,
        `${pod}.topologyKey: Invalid value: "": ${NAME}`,
      ],
    ],
    [
      term('topologyKey: a, labelSelector: {matchExpressions: [{key: a, operator: Gt, values: ["1"]}]}'),
      [
        `${pod}.labelSelector.matchExpressions[0].operator: Invalid value: "Gt": not a valid selector operator`,
      ],
    ],
    [
      term('topologyKey: a, matchLabelKeys: [b]'),
      [`${pod}.matchLabelKeys: Forbidden: must not be specified when labelSelector is not set`],
    ],
    [
      term('topologyKey: a, labelSelector: {}, matchLabelKeys: [b], mismatchLabelKeys: [b]'),
      [`${pod}.matchLabelKeys[0]: Invalid value: "b": exists in both matchLabelKeys and mismatchLabelKeys`],
    ],
  ])('to pods: %s', (spec, want) => {
    expect(saidOfPod(spec)).toEqual(want)
  })
})

describe('tolerations', () => {
  const at = 'spec.tolerations[0]'
  it.each([
    ['{operator: Exists}', []],
    ['{key: a, value: b c}', [`${at}.operator: Invalid value: "b c": ${VALUE}`]],
    [
      '{value: b}',
      [
        `${at}.operator: Invalid value: "": operator must be Exists when \`key\` is empty, which means "match all values and all keys"`,
      ],
    ],
    [
      '{key: a, operator: Exists, value: b}',
      [`${at}.operator: Invalid value: "b": value must be empty when \`operator\` is 'Exists'`],
    ],
    [
      '{key: a, operator: Lt, value: "1"}',
      [`${at}.operator: Unsupported value: "Lt": supported values: "Equal", "Exists", "Lt", "Gt"`],
    ],
    [
      '{key: a, operator: In}',
      [`${at}.operator: Unsupported value: "In": supported values: "Equal", "Exists"`],
    ],
    [
      '{key: a, effect: NoSchedule, tolerationSeconds: 5}',
      [
        `${at}.effect: Invalid value: "NoSchedule": effect must be 'NoExecute' when \`tolerationSeconds\` is set`,
      ],
    ],
    [
      '{key: a, effect: Never}',
      [
        `${at}.effect: Unsupported value: "Never": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"`,
      ],
    ],
  ])('%s', (toleration, want) => {
    expect(saidOfPod(`tolerations: [${toleration}]`)).toEqual(want)
  })
})

describe('topology spread', () => {
  const good = 'maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule'
  const at = 'spec.topologySpreadConstraints[0]'
  it.each([
    [`{${good}, minDomains: 3, labelSelector: {}}`, []],
    [
      '{}',
      [
        `${at}.maxSkew: Invalid value: 0: must be greater than zero`,
        `${at}.topologyKey: Required value: can not be empty`,
        `${at}.whenUnsatisfiable: Unsupported value: "": supported values: "DoNotSchedule", "ScheduleAnyway"`,
      ],
    ],
    [
      `{${good}}, {${good}}`,
      [`${at}.{topologyKey, whenUnsatisfiable}: Duplicate value: "{zone, DoNotSchedule}"`],
    ],
    [
      '{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, minDomains: 1}',
      [
        `${at}.minDomains: Invalid value: 1: can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ScheduleAnyway`,
      ],
    ],
    [
      `{${good}, nodeTaintsPolicy: ignore}`,
      [`${at}.nodeTaintsPolicy: Unsupported value: "ignore": supported values: "Honor", "Ignore"`],
    ],
    [
      `{${good}, matchLabelKeys: [a]}`,
      [`${at}.matchLabelKeys: Forbidden: must not be specified when labelSelector is not set`],
    ],
  ])('%s', (constraints, want) => {
    expect(saidOfPod(`topologySpreadConstraints: [${constraints}]`)).toEqual(want)
  })
})
