import fc from 'fast-check'
import { it } from 'vitest'
import { someDocuments } from '../../golden/anything/documents'
import { looked } from '../../golden/anything/looked'

it('views take anything', () => {
  fc.assert(fc.property(someDocuments, (documents) => looked(documents)))
})
