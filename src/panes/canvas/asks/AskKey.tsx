import { useState } from 'react'
import { shownName } from '../../../core/diagram/node'
import { containerAt } from '../../../core/kubernetes/containers'
import { addEnv, addEnvFrom } from '../../../core/kubernetes/edits/env'
import { setValue } from '../../../core/kubernetes/edits/setValue'
import type { Change } from '../../../core/kubernetes/change'
import type { Json } from '../../../core/kubernetes/json'
import { configKey, dns1123Subdomain, envName } from '../../../core/kubernetes/names'
import { objectsIn } from '../../../core/kubernetes/objects'
import { field } from '../../../core/kubernetes/shape'
import { useDesigner } from '../../../store/designer'
import { ChoiceField } from '../../../ui/ChoiceField'
import { SuggestField } from '../../../ui/SuggestField'
import { TextField } from '../../../ui/TextField'
import type { AskProps } from './ask'
import { AskForm } from './AskForm'
import { variableForKey } from './variableName'

const SOURCES = {
  ConfigMap: { key: 'configMapKeyRef', all: 'configMapRef', maps: ['data', 'binaryData'] },
  Secret: { key: 'secretKeyRef', all: 'secretRef', maps: ['stringData', 'data'] },
} as const

const HOW_MANY = [
  { value: 'one', label: 'One key' },
  { value: 'all', label: 'All keys' },
] as const

/** Asks which key of a ConfigMap or Secret becomes which variable, or takes all of them. */
export function AskKey({ ask, onDone, onCancel }: AskProps<'key'>) {
  const { at, container, of } = ask
  const [howMany, setHowMany] = useState('one')
  const [name, setName] = useState(ask.name ?? '')
  const [key, setKey] = useState('')
  const [typed, setTyped] = useState('')
  const [prefix, setPrefix] = useState('')
  const documents = useDesigner((designer) => designer.manifest)
  const inContainer = shownName(containerAt(documents, container)?.name ?? '')
  const known = objectsIn(documents).filter((object) => object.kind === of)
  const document = known.find((object) => object.name === name)
  const keys = document === undefined ? [] : keysOf(documents[Number(document.path[0])], SOURCES[of].maps)
  const variable = typed === '' ? variableForKey(key) : typed
  const all = howMany === 'all'

  const wrongName = name === '' ? null : dns1123Subdomain(name)
  const wrongKey = key === '' ? null : configKey(key)
  const wrongVariable = variable === '' ? null : envName(variable)
  const blocked =
    name === '' ||
    wrongName !== null ||
    (!all && (key === '' || wrongKey !== null || variable === '' || wrongVariable !== null))
  const submit = (): void =>
    all
      ? onDone(
          allKeys(addEnvFrom(container, SOURCES[of].all, name), prefix),
          `All keys of ${of} ${name} are variables of ${inContainer}`,
        )
      : onDone(
          addEnv(container, variable, SOURCES[of].key, { name, key }),
          `Added variable ${variable} to ${inContainer}`,
        )

  return (
    <AskForm
      at={at}
      title={`${ask.name === null ? of : `${of} ${shownName(ask.name)}`} to ${inContainer}`}
      verb="Add"
      blocked={blocked}
      onSubmit={submit}
      onCancel={onCancel}
    >
      {ask.name === null ? (
        <SuggestField
          label={of}
          mono
          value={name}
          onChange={setName}
          suggestions={known.map((object) => ({ value: object.name }))}
          error={wrongName}
        />
      ) : null}
      <ChoiceField bare label="How many" value={howMany} choices={HOW_MANY} onChange={setHowMany} />
      {all ? (
        <TextField label="Prefix" mono value={prefix} onChange={setPrefix} placeholder="none" />
      ) : (
        <>
          <SuggestField
            label="Key"
            mono
            value={key}
            onChange={setKey}
            suggestions={keys.map((value) => ({ value }))}
            error={wrongKey}
          />
          <TextField
            label="Variable"
            mono
            value={typed}
            onChange={setTyped}
            placeholder={variableForKey(key)}
            error={wrongVariable}
          />
        </>
      )}
    </AskForm>
  )
}

function keysOf(document: Json | undefined, maps: readonly string[]): readonly string[] {
  return maps.flatMap((map) => Object.keys(Object(field(document, map) ?? {})))
}

function allKeys(add: Change, prefix: string): Change {
  return (documents) => {
    const path = add(documents)
    if (path !== undefined && prefix !== '') setValue([...path, 'prefix'], prefix)(documents)
    return path
  }
}
