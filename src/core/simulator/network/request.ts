import type { Signal, Steps } from '../clock'

/** A request over the simulated network. What is no HTTP is a line of text to a port (redis, PostgreSQL, a bare connect). */
export interface NetworkRequest {
  readonly protocol: 'http' | 'grpc' | 'tcp'
  /** A name or an address. */
  readonly host: string
  readonly port: number
  readonly method: string
  /** With its query; '' where there is none. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A request as a listener sees it: with the address of who asks. */
export interface ReceivedRequest extends NetworkRequest {
  readonly from: string
}

/** What a listener answers. Status 0 is no HTTP: `body` is what the program writes into the connection. */
export interface NetworkResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Why a request got no answer. */
export type NetworkError = 'refused' | 'timeout' | 'no such host' | 'reset'

/** What came back, and from which address. */
export type NetworkAnswer =
  | { readonly response: NetworkResponse; readonly address: string }
  | { readonly error: NetworkError; readonly address: string }

/** A port that a program opens. */
export interface Listener {
  readonly port: number
  readonly transport: 'TCP' | 'UDP'
  /** `127.0.0.1` answers to the containers of the pod only. */
  readonly address: '0.0.0.0' | '127.0.0.1'
  /** Takes a request; gives the answer, after some virtual time where the program needs it. */
  readonly serve: (request: ReceivedRequest) => Steps<NetworkResponse>
}

/** The network as one container of a pod sees it: one localhost and one port space with its neighbours. */
export interface Network {
  /** Takes a listener; opens its port until the container ends, or says why not (EACCES: below 1024 without the right to). */
  listen(listener: Listener): 'listening' | 'EADDRINUSE' | 'EACCES'
  /** Takes a request; gives what comes back. `localhost` is the pod itself; names are found as cluster DNS does. */
  request(request: NetworkRequest): Steps<NetworkAnswer>
  /** Takes a name; gives its addresses as cluster DNS answers, none where nobody has it. */
  addressesOf(name: string): readonly string[]
  /** Fires whenever a port of the pod opens or closes. */
  readonly ports: Signal
}
