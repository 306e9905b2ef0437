/** What `podwright --help` says. */
export const HELP = `podwright check [FILE or FOLDER …]   what a Kubernetes 1.36 API server would say of manifests, without one

  Files, folders (every .yaml, .yml and .json in them), or standard input (- or nothing).

  --format human    each remark with its line (the default)
           json     an object a document, one a line
           sarif    one SARIF 2.1.0 log, for code scanning
           github   workflow commands: GitHub Actions marks the lines
  --fail-on error     exit with 1 where the server would refuse a document (the default)
            warning   or where it, or the advice, warns of something
  --together          all inputs are one design, as a folder that is applied at once (else each file is one)

podwright run FILE   the manifest lives in a simulated cluster: kubelet, controllers, network, scripts, in virtual time

  --for 60s           how long (60s, 5m, 1h30m)
  --script FILE       lines to type, each with its moment: 10s kubectl get pod (else pods are watched)
  --format human      what a terminal would show (the default)
           json       all that happened: columns over time, events, requests, files, logs, typed lines
  --seed 1            names and choices come from it: the same seed gives the same history

  --help, --version

Exit codes: 0 nothing of that level, 1 something, 2 the question or an input can't be read.
Of run: 0 every object was taken, 1 one was refused, 2 as above.
`
