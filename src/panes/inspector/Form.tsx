import { useLayoutEffect, useState, type ReactNode, type RefObject } from 'react'
import { useDesigner } from '../../store/designer'
import { ContainerForm } from './forms/ContainerForm'
import { ObjectForm } from './forms/ObjectForm'
import { PodForm } from './forms/PodForm'
import { ServiceForm } from './forms/ServiceForm'
import { VolumeForm } from './forms/VolumeForm'
import { WorkloadForm } from './forms/WorkloadForm'
import { formAt, type FormId, type FormPlace } from './formAt'
import { pathKey } from './pathKey'
import { Start } from './Start'

type Render = (place: FormPlace) => ReactNode

const FORMS: Readonly<Record<FormId, Render>> = {
  workload: ({ path }) => <WorkloadForm path={path} />,
  pod: ({ path }) => <PodForm path={path} />,
  container: ({ path, podSpec }) =>
    podSpec === null ? null : <ContainerForm path={path} podSpec={podSpec} />,
  volume: ({ path, podSpec }) => (podSpec === null ? null : <VolumeForm path={path} podSpec={podSpec} />),
  service: ({ path }) => <ServiceForm path={path} />,
  object: ({ path }) => <ObjectForm path={path} />,
}

const keyOf = (place: FormPlace | null): string =>
  place === null ? '' : `${place.id} ${pathKey(place.path)}`

interface FormProps {
  /** What scrolls the form. */
  readonly scroller: RefObject<HTMLElement | null>
}

/** The form for what is selected. It stays the same one as long as the same thing is. */
export function Form({ scroller }: FormProps) {
  const key = useDesigner(({ manifest, selected }) => keyOf(formAt(manifest, selected)))
  // Another thing is another form: no half-typed text goes from one to the other.
  return <FormOf key={key} scroller={scroller} />
}

function FormOf({ scroller }: FormProps) {
  const [place] = useState(placeNow)
  // It is read from its top, wherever the one before it was left.
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [scroller])
  return place === null ? <Start /> : FORMS[place.id](place)
}

function placeNow(): FormPlace | null {
  const { manifest, selected } = useDesigner.getState()
  return formAt(manifest, selected)
}
