import { useState } from 'react'
import { designs, useDesigns } from '../store/library'
import { useScreen } from '../store/screen'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextField } from '../ui/TextField'

/** Asks for the open design's new name. */
export function RenameDialog() {
  const open = useScreen(({ dialog }) => dialog === 'rename')
  const closeDialog = useScreen((screen) => screen.closeDialog)
  return (
    <Dialog
      open={open}
      onClose={closeDialog}
      title="Rename the design"
      description="The name of the design in your list, and of the file you download. The manifest stays as it is."
    >
      <NameForm onDone={closeDialog} />
    </Dialog>
  )
}

function NameForm({ onDone }: { readonly onDone: () => void }) {
  const { id, name } = useDesigns((state) => state.open)
  const [wanted, setWanted] = useState(name)

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        designs.getState().rename(id, wanted)
        onDone()
      }}
    >
      <TextField
        label="Name"
        layout="cell"
        value={wanted}
        onChange={setWanted}
        error={wanted.trim() === '' ? 'A design needs a name' : null}
      />
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 16 }}>
        <Button type="button" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" disabled={wanted.trim() === ''}>
          Rename
        </Button>
      </div>
    </form>
  )
}
