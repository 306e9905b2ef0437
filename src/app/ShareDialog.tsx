import { Check, Link } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useDesigner } from '../store/designer'
import { LONG_LINK, writeLink } from '../store/links'
import { useScreen } from '../store/screen'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextField } from '../ui/TextField'
import { copyText } from './clipboard'
import styles from './ShareDialog.module.css'

/** Shows the link that holds the whole design. */
export function ShareDialog() {
  const open = useScreen(({ dialog }) => dialog === 'share')
  const closeDialog = useScreen((screen) => screen.closeDialog)
  return (
    <Dialog
      open={open}
      onClose={closeDialog}
      title="Share a link"
      description="The link itself holds the whole design as it is now. Nothing is uploaded; whoever has the link has the design, Secrets and all."
      width={520}
    >
      <LinkForm />
    </Dialog>
  )
}

type Made = { readonly link: string } | 'making' | 'impossible'

function LinkForm() {
  const text = useDesigner(({ source }) => source.text)
  const [made, setMade] = useState<Made>('making')
  const [copied, setCopied] = useState<boolean | null>(null)

  useEffect(() => {
    let isCurrent = true
    writeLink(text).then(
      (fragment) => isCurrent && setMade({ link: location.href.replace(/#.*$/, '') + fragment }),
      () => isCurrent && setMade('impossible'),
    )
    return () => {
      isCurrent = false
    }
  }, [text])

  if (made === 'impossible')
    return <p>This browser is too old to make links. Download the file and send that instead.</p>
  const link = made === 'making' ? '' : made.link
  return (
    <>
      <TextField label="Link" layout="cell" mono readOnly value={link} onChange={() => {}} />
      <output className={styles.size}>
        {link.length > LONG_LINK
          ? `This link is long (${link.length.toLocaleString('en')} characters): some chats and mail programs will cut it. Better send the downloaded file.`
          : `${link.length.toLocaleString('en')} characters`}
        {copied === false ? ' The browser doesn’t allow copying here: select the link and copy it.' : ''}
      </output>
      <div className={styles.actions}>
        <Button
          variant="primary"
          data-first-focus
          icon={copied === true ? <Check aria-hidden /> : <Link aria-hidden />}
          onClick={() => link !== '' && void copyText(link).then(setCopied)}
        >
          {copied === true ? 'Copied' : 'Copy the link'}
        </Button>
      </div>
    </>
  )
}
