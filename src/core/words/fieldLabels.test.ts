import { describe, expect, it } from 'vitest'
import { fieldOf, fieldsOf, typeNames } from '../kubernetes/schema/schema'
import { labelOf, unitOf } from './fieldLabels'
import { nounOf } from './nouns'

describe('labelOf', () => {
  it.each([
    ['PodSpec', 'terminationGracePeriodSeconds', 'Termination grace period'],
    ['PodSpec', 'hostIPC', 'Host IPC'],
    ['PodSpec', 'hostPID', 'Host PID'],
    ['PodSpec', 'dnsConfig', 'DNS config'],
    ['PodSpec', 'setHostnameAsFQDN', 'Set hostname as FQDN'],
    ['PodSecurityContext', 'fsGroup', 'FS group'],
    ['PodSecurityContext', 'runAsNonRoot', 'Run as non-root'],
    ['Probe', 'tcpSocket', 'TCP socket'],
    ['ServiceSpec', 'clusterIPs', 'Cluster IPs'],
    ['ServiceSpec', 'externalIPs', 'External IPs'],
    ['JobSpec', 'ttlSecondsAfterFinished', 'TTL after finished'],
    ['IPBlock', 'cidr', 'CIDR'],
    ['SleepAction', 'seconds', 'Seconds'],
    ['Volume', 'csi', 'CSI driver'],
  ])('%s.%s is “%s”', (type, name, label) => {
    const field = fieldOf(type, name)
    expect(field && labelOf(field)).toBe(label)
  })

  it('is another one for each field of a type, and plain to read', () => {
    for (const type of typeNames()) {
      const labels = fieldsOf(type).map(labelOf)
      expect([type, new Set(labels).size]).toEqual([type, labels.length])
      for (const label of labels)
        expect(label).toMatch(/^(?:[A-Z]|gRPC|iSCSI|vSphere)[\w()/.-]*(?: [\w()/.-]+)*$/)
    }
  })
})

describe('unitOf', () => {
  it.each([
    ['Probe', 'periodSeconds', 's'],
    ['JobSpec', 'ttlSecondsAfterFinished', 's'],
    ['MetricTarget', 'averageUtilization', '%'],
    ['Probe', 'failureThreshold', null],
    ['ServiceSpec', 'ports', null],
  ])('of %s.%s is %s', (type, name, unit) => {
    const field = fieldOf(type, name)
    expect(field && unitOf(field)).toBe(unit)
  })
})

describe('nounOf', () => {
  it.each([
    ['PodSpec', 'tolerations', 'Toleration'],
    ['PodSpec', 'hostAliases', 'Host alias'],
    ['PodDNSConfig', 'searches', 'Search domain'],
    ['Secret', 'stringData', 'Entry'],
    ['IngressSpec', 'rules', 'Rule'],
    ['NetworkPolicySpec', 'ingress', 'Ingress rule'],
    ['NetworkPolicySpec', 'egress', 'Egress rule'],
    ['NetworkPolicySpec', 'policyTypes', 'Policy type'],
    ['Capabilities', 'drop', 'Capability'],
    ['ServiceSpec', 'clusterIPs', 'Cluster IP'],
    ['NodeSelectorTerm', 'matchExpressions', 'Match expression'],
    ['ObjectMeta', 'labels', 'Label'],
  ])('of %s.%s is %s', (type, name, noun) => {
    const field = fieldOf(type, name)
    expect(field && nounOf(field)).toBe(noun)
  })
})
