/** What the fields are for that say where a pod runs. */
export const SCHEDULING_HELP: Readonly<Record<string, string>> = {
  'PodSpec.nodeSelector': 'Only nodes with all these labels will do.',
  'PodSpec.nodeName': 'This node, past the scheduler. A node selector is nearly always better.',
  'PodSpec.affinity': 'Which nodes it may or would rather run on, and near which pods.',
  'PodSpec.tolerations': 'Taints of nodes that do not keep it away.',
  'PodSpec.topologySpreadConstraints': 'How evenly pods like it are spread over zones or nodes.',
  'PodSpec.schedulerName': 'Who chooses its node. Left out: default-scheduler.',
  'PodSpec.schedulingGates': 'No node is chosen until all of these are taken away.',
  'PodSpec.priorityClassName': 'How important it is: when nodes are full, less important pods make room.',
  'PodSpec.priority': 'Filled in from the priority class.',
  'PodSpec.preemptionPolicy': 'Whether less important pods make room for it. Left out: they do.',

  'Affinity.nodeAffinity': 'Which nodes, by their labels.',
  'Affinity.podAffinity': 'Near which pods.',
  'Affinity.podAntiAffinity': 'Away from which pods.',
  'NodeAffinity.requiredDuringSchedulingIgnoredDuringExecution':
    'No other nodes will do. One of the terms must fit.',
  'NodeAffinity.preferredDuringSchedulingIgnoredDuringExecution': 'Rather these nodes, if they have room.',
  'PodAffinity.requiredDuringSchedulingIgnoredDuringExecution': 'Only where such pods are.',
  'PodAffinity.preferredDuringSchedulingIgnoredDuringExecution': 'Rather where such pods are.',
  'PodAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution': 'Only where no such pods are.',
  'PodAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution': 'Rather where no such pods are.',
  'NodeSelectorTerm.matchExpressions': 'Labels of the node: all must fit.',
  'NodeSelectorTerm.matchFields': 'Fields of the node: metadata.name alone.',
  'PreferredSchedulingTerm.weight': 'How much it counts, 1 to 100.',
  'WeightedPodAffinityTerm.weight': 'How much it counts, 1 to 100.',
  'PodAffinityTerm.labelSelector': 'Which pods.',
  'PodAffinityTerm.topologyKey':
    'A label of nodes: where its value is the same is near. For one node: kubernetes.io/hostname.',
  'PodAffinityTerm.namespaces': 'Where those pods are. Left out: the pod’s own namespace.',
  'PodAffinityTerm.namespaceSelector': 'Namespaces where those pods are, by label.',
  'PodAffinityTerm.matchLabelKeys':
    'Labels in which those pods must be like this one, such as pod-template-hash.',
  'PodAffinityTerm.mismatchLabelKeys': 'Labels in which those pods must differ from this one.',

  'Toleration.key': 'Of the taint. Left out with Exists: every taint.',
  'Toleration.operator': 'Exists takes any value. Left out: Equal.',
  'Toleration.value': 'Of the taint.',
  'Toleration.effect': 'What the taint does. Left out: whatever it does.',
  'Toleration.tolerationSeconds': 'So long it stays once a NoExecute taint is there. Left out: for ever.',

  'TopologySpreadConstraint.maxSkew': 'So many pods more may be in one place than where the fewest are.',
  'TopologySpreadConstraint.topologyKey':
    'A label of nodes that tells places apart, such as topology.kubernetes.io/zone.',
  'TopologySpreadConstraint.whenUnsatisfiable': 'Whether the pod waits, or runs where it can.',
  'TopologySpreadConstraint.labelSelector': 'Which pods are counted.',
  'TopologySpreadConstraint.minDomains':
    'With fewer places than this, none may have more pods than the skew.',
  'TopologySpreadConstraint.nodeAffinityPolicy':
    'Whether only nodes count that the pod may run on. Left out: Honor, they do.',
  'TopologySpreadConstraint.nodeTaintsPolicy':
    'Whether tainted nodes are left out of the count. Left out: Ignore, all count.',
  'TopologySpreadConstraint.matchLabelKeys':
    'Labels in which counted pods must be like this one, such as pod-template-hash.',
}
