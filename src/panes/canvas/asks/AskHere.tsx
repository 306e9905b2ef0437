import type { Answer, Ask } from './ask'
import { AskContainer } from './AskContainer'
import { AskKey } from './AskKey'
import { AskMount, AskMountPath } from './AskMount'
import { AskName } from './AskName'
import { AskPodField } from './AskPodField'

/** What an {@link AskHere} takes. */
export interface AskHereProps {
  readonly ask: Ask
  readonly onDone: Answer
  readonly onCancel: () => void
}

/** The form for what is asked. */
export function AskHere({ ask, ...rest }: AskHereProps) {
  switch (ask.kind) {
    case 'container':
      return <AskContainer ask={ask} {...rest} />
    case 'mount':
      return <AskMount ask={ask} {...rest} />
    case 'mountPath':
      return <AskMountPath ask={ask} {...rest} />
    case 'key':
      return <AskKey ask={ask} {...rest} />
    case 'podField':
      return <AskPodField ask={ask} {...rest} />
    case 'name':
      return <AskName ask={ask} {...rest} />
  }
}
