import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../kubernetes/schema/schema'
import { causesOf, saidOfPod } from '../../../golden/judgedPod'

/** What is said of the one volume, without its place. */
const said = (volume: string): string[] =>
  saidOfPod(`volumes: [{name: v, ${volume}}]`).map((line) => line.replace('spec.volumes[0].', ''))

describe('the sources of volumes', () => {
  it.each([
    [
      'emptyDir: {sizeLimit: -1}',
      ['emptyDir.sizeLimit: Forbidden: SizeLimit field must be a valid resource quantity'],
    ],
    ['emptyDir: {}, hostPath: {path: /x}', ['hostPath: Forbidden: may not specify more than 1 volume type']],
    [
      'hostPath: {path: /a/../b, type: Dir}',
      [
        'hostPath.path: Invalid value: "/a/../b": must not contain \'..\'',
        'hostPath.type: Unsupported value: "Dir": supported values: "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"',
      ],
    ],
    [
      'secret: {secretName: s, defaultMode: 512, items: [{path: ..a}]}',
      [
        'secret.defaultMode: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive',
        'secret.items[0].key: Required value',
        'secret.items[0].path: Invalid value: "..a": must not start with \'..\'',
      ],
    ],
    [
      'configMap: {items: [{key: a, path: /b}]}',
      [
        'configMap.name: Required value',
        'configMap.items[0].path: Invalid value: "/b": must be a relative path',
      ],
    ],
    ['persistentVolumeClaim: {}', ['persistentVolumeClaim.claimName: Required value']],
    [
      'downwardAPI: {items: [{path: a, fieldRef: {fieldPath: status.podIP}}, {path: b}]}',
      [
        'downwardAPI.fieldRef.fieldPath: Unsupported value: "status.podIP": supported values: "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"',
        'downwardAPI: Required value: one of fieldRef and resourceFieldRef is required',
      ],
    ],
    [
      'projected: {sources: [{secret: {name: s, items: [{key: a, path: x}]}}, {configMap: {name: c, items: [{key: b, path: x}]}}]}',
      ['projected: Invalid value: "c": conflicting duplicate paths'],
    ],
    [
      'projected: {sources: [{secret: {name: s}, configMap: {name: c}}]}',
      ['projected.sources[0]: Forbidden: may not specify more than 1 volume type per source'],
    ],
    [
      'projected: {sources: [{serviceAccountToken: {expirationSeconds: 60}}]}',
      [
        'projected.sources[0].serviceAccountToken.expirationSeconds: Invalid value: 60: may not specify a duration less than 10 minutes',
        'projected.path: Required value',
      ],
    ],
    ['projected: {sources: [{clusterTrustBundle: {path: p, name: a, signerName: b}}]}', []],
    [
      'csi: {driver: "bad driver", nodePublishSecretRef: {}}',
      [
        "csi.driver: Invalid value: \"bad driver\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
        'csi.nodePublishSecretRef .name: Required value',
      ],
    ],
    ['ephemeral: {}', ['ephemeral.volumeClaimTemplate: Required value']],
    [
      'ephemeral: {volumeClaimTemplate: {metadata: {name: c}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}}',
      ['ephemeral.volumeClaimTemplate.metadata.name: Forbidden: cannot be set'],
    ],
    [
      'image: {pullPolicy: Sometimes}',
      [
        'image.pullPolicy: Unsupported value: "Sometimes": supported values: "Always", "IfNotPresent", "Never"',
        'image.reference: Required value',
      ],
    ],
    [
      'nfs: {path: a}',
      ['nfs.server: Required value', 'nfs.path: Invalid value: "a": must be an absolute path'],
    ],
    [
      'iscsi: {targetPortal: a, iqn: "iqn.2015-02.example.com:a;b", lun: 300}',
      [
        'iscsi.iqn: Invalid value: "iqn.2015-02.example.com:a;b": must be valid format',
        'iscsi.lun: Invalid value: 300: must be between 0 and 255, inclusive',
      ],
    ],
    [
      'iscsi: {targetPortal: a, iqn: x, lun: 0, chapAuthSession: true}',
      [
        'iscsi.iqn: Invalid value: "x": must be valid format starting with iqn, eui, or naa',
        'iscsi.secretRef: Required value',
      ],
    ],
    ['glusterfs: {}', ['glusterfs.endpoints: Required value', 'glusterfs.path: Required value']],
    [
      'flocker: {datasetName: a/b, datasetUUID: c}',
      [
        'flocker: Invalid value: "resource": datasetName and datasetUUID can not be specified simultaneously',
        'flocker.datasetName: Invalid value: "a/b": must not contain \'/\'',
      ],
    ],
    ['rbd: {}', ['rbd.monitors: Required value', 'rbd.image: Required value']],
    ['cinder: {secretRef: {}}', ['cinder.volumeID: Required value', 'cinder.secretRef.name: Required value']],
    ['cephfs: {}', ['cephfs.monitors: Required value']],
    [
      'quobyte: {registry: host}',
      [
        'quobyte.registry: Invalid value: "host": must be a host:port pair or multiple pairs separated by commas',
        'quobyte.volume: Required value',
      ],
    ],
    ['fc: {targetWWNs: [a]}', ['fc.lun: Required value: lun is required if targetWWNs is specified']],
    [
      'flexVolume: {options: {kubernetes.io/a: b}}',
      [
        'flexVolume.driver: Required value',
        'flexVolume.options[kubernetes.io/a]: Invalid value: "kubernetes.io/a": kubernetes.io and k8s.io namespaces are reserved',
      ],
    ],
    ['azureFile: {}', ['azureFile.secretName: Required value', 'azureFile.shareName: Required value']],
    [
      'azureDisk: {diskName: d, diskURI: "https://x", kind: Managed}',
      [
        'azureDisk.diskURI: Unsupported value: "https://x": supported values: "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}"',
      ],
    ],
    ['vsphereVolume: {}', ['vsphereVolume.volumePath: Required value']],
    ['storageos: {}', ['storageos.volumeName: Required value']],
    [
      'scaleIO: {}',
      [
        'scaleIO.gateway: Required value',
        'scaleIO.system: Required value',
        'scaleIO.volumeName: Required value',
      ],
    ],
    ['photonPersistentDisk: {}', ['photonPersistentDisk.pdID: Required value']],
    ['portworxVolume: {}', ['portworxVolume.volumeID: Required value']],
    [
      'gcePersistentDisk: {partition: 256}',
      [
        'gcePersistentDisk.pdName: Required value',
        'gcePersistentDisk.partition: Invalid value: 256: must be between 0 and 255, inclusive',
      ],
    ],
    ['awsElasticBlockStore: {}', ['awsElasticBlockStore.volumeID: Required value']],
    [
      'gitRepo: {directory: /a}',
      [
        'gitRepo.repository: Required value',
        'gitRepo.directory: Invalid value: "/a": must be a relative path',
      ],
    ],
  ])('%s', (volume, want) => {
    expect(said(volume)).toEqual(want)
  })

  it('every source of the schema is one of them, and two are one too many', () => {
    for (const { name } of fieldsOf('Volume'))
      if (name !== 'name' && name !== 'emptyDir')
        expect(said(`emptyDir: {}, ${name}: {}`)).toEqual([
          `${name}: Forbidden: may not specify more than 1 volume type`,
        ])
  })
})

describe('the volumes of a pod', () => {
  it('a volume that is wrong can not be mounted', () => {
    expect(saidOfPod('volumes: [{name: v, secret: {}}]', 'volumeMounts: [{name: v, mountPath: /a}]')).toEqual(
      [
        'spec.volumes[0].secret.secretName: Required value',
        'spec.containers[0].volumeMounts[0].name: Not found: "v"',
      ],
    )
  })

  it('names are one of a kind', () => {
    expect(saidOfPod('volumes: [{name: v}, {name: v}, {name: ""}]')).toEqual([
      'spec.volumes[1].name: Duplicate value: "v"',
      'spec.volumes[2].name: Required value',
    ])
  })

  it('the claim of an ephemeral volume is the pod’s own', () => {
    const template =
      'volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}'
    expect(
      saidOfPod(
        `volumes: [{name: v, ephemeral: {${template}}}, {name: w, persistentVolumeClaim: {claimName: web-v}}]`,
      ),
    ).toEqual([
      'spec.volumes[1].persistentVolumeClaim.claimName: Invalid value: "web-v": must not reference a PVC that gets created for an ephemeral volume',
    ])
    const long = 'a'.repeat(250)
    expect(
      causesOf(
        `{apiVersion: v1, kind: Pod, metadata: {name: ${long}}, spec: {containers: [{name: a, image: b}], volumes: [{name: vol, ephemeral: {${template}}}]}}`,
      ),
    ).toEqual([
      `spec.volumes[0].name: Invalid value: "vol": PVC name "${long}-vol": must be no more than 253 characters`,
    ])
  })
})
