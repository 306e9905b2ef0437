import type { ObjectMeta } from '../../kubernetes/schema/types-1.36'

/*
 * What a Service leads to, as the API has it: Endpoints (core/v1, deprecated since 1.33) and EndpointSlices
 * (discovery.k8s.io/v1).
 */

/** The pod behind an address. */
export interface EndpointTarget {
  readonly kind: 'Pod'
  readonly name?: string
  readonly namespace?: string
  readonly uid?: string
}

/** An address of Endpoints. */
export interface EndpointAddress {
  readonly ip: string
  readonly hostname?: string
  readonly nodeName?: string
  readonly targetRef?: EndpointTarget
}

/** A port: the number behind targetPort. In Endpoints one without a name has no `name`, in a slice it is ''. */
export interface ServedPort {
  readonly name?: string
  readonly port: number
  readonly protocol: string
  readonly appProtocol?: string
}

/** Addresses that have the same ports. */
export interface EndpointSubset {
  readonly addresses?: readonly EndpointAddress[]
  readonly notReadyAddresses?: readonly EndpointAddress[]
  readonly ports?: readonly ServedPort[]
}

export interface Endpoints {
  readonly metadata?: ObjectMeta
  readonly subsets?: readonly EndpointSubset[]
}

/** An endpoint of a slice. */
export interface SliceEndpoint {
  readonly addresses: readonly string[]
  readonly conditions: {
    readonly ready: boolean
    readonly serving?: boolean
    readonly terminating?: boolean
  }
  readonly hostname?: string
  readonly nodeName?: string
  readonly targetRef?: EndpointTarget
}

/** Endpoints that have the same ports; null where there are none. */
export interface EndpointSlice {
  readonly metadata?: ObjectMeta
  readonly addressType: 'IPv4'
  readonly endpoints: readonly SliceEndpoint[] | null
  readonly ports: readonly ServedPort[] | null
}

/** The label by which a slice says its Service (discovery/v1 LabelServiceName). */
export const SERVICE_NAME = 'kubernetes.io/service-name'
