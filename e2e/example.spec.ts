import { expect, test } from './fixtures'
import { manifest } from './manifests'
import { Run } from './pages/Run'

for (const seed of ['seed-1.yaml', 'seed-2.yaml'])
  test(`${seed} in a terminal: what kubectl and curl say, and another pod after the first one`, async ({
    app,
    page,
  }) => {
    const run = new Run(page)
    await app.open(manifest(seed))
    await run.start.click()
    await expect(run.pods(/2\/2 {2}Running/)).toBeVisible()
    await run.setSpeed('10×')
    await run.tab('Terminal').click()

    await run.type('kubectl get deployment')
    await expect(run.terminal).toContainText(/NAME +READY +UP-TO-DATE +AVAILABLE +AGE/)
    await expect(run.terminal).toContainText(/test +1\/1 +1 +1 +\d+s/)
    await run.type('kubectl get pod')
    const pod = /(test-[a-z0-9]+-[a-z0-9]{5}) +2\/2 +Running +0 +\d+s/
    await expect(run.terminal).toContainText(pod)
    const [, name = ''] = pod.exec((await run.terminal.textContent()) ?? '') ?? []

    await run.type('curl -s nginx-svc')
    const page1 = /\w{3} \w{3} \d+ (\d\d:\d\d:\d\d) UTC \d{4} this is a log/
    await expect(run.terminal).toContainText(page1)
    if (seed === 'seed-2.yaml') await expect(run.terminal).toContainText(`This is the Pod name ${name}`)
    const [, time = ''] = page1.exec((await run.terminal.textContent()) ?? '') ?? []
    await run.type('clear')
    await run.type(`sleep 5; curl -s nginx-svc | grep -v ${time}`)
    await expect(run.terminal).toContainText(page1)

    await run.type('kubectl exec deploy/test -c nginx -- ls /usr/share/nginx/html')
    await expect(run.terminal).toContainText('index.html')

    await run.type(`kubectl delete pod ${name} --wait=false`)
    await expect(run.terminal).toContainText(`pod "${name}" deleted`)
    await run.type('kubectl rollout status deployment/test')
    await expect(run.terminal).toContainText('deployment "test" successfully rolled out')
    await run.type('clear')
    await run.type(`kubectl get pod --no-headers | grep -v ${name}`)
    await expect(run.terminal).toContainText(/test-[a-z0-9]+-[a-z0-9]{5} +2\/2 +Running +0/)
    await run.type('curl -s nginx-svc')
    await expect(run.terminal).toContainText(page1)
  })

test('a shell in a container: its lines share a directory and variables, and exit leads back', async ({
  app,
  page,
}) => {
  const run = new Run(page)
  await app.open(manifest('seed-1.yaml'))
  await run.start.click()
  await expect(run.pods(/2\/2 {2}Running/)).toBeVisible()
  await run.tab('Terminal').click()
  await run.type('kubectl exec -it deploy/test -c busybox -- sh')
  await expect(run.terminal).toContainText('/ #')
  await run.type('cd /var/log; f=index')
  await expect(run.terminal).toContainText('/var/log #')
  await run.type('cat $f.html')
  await expect(run.terminal).toContainText(/\/var\/log # cat \$f\.html[^]*this is a log/)
  await run.type('sleep 1000')
  await page.keyboard.press('Control+C')
  await run.type('echo was $?')
  await expect(run.terminal).toContainText('was 130')
  await run.type('exit')
  await run.type('kubectl get svc nginx-svc -o name')
  await expect(run.terminal).toContainText('service/nginx-svc')
})

const shipper = manifest('patterns/01-log-shipper-filebeat.yaml').replace('replicas: 2', 'replicas: 1')

test('a log shipper sends what the app logs into the volume that both mount', async ({ app, page }) => {
  const run = new Run(page)
  await app.open(shipper)
  await run.start.click()
  await run.setSpeed('10×')
  await run.chooseContainer('filebeat')
  await run.tab('Requests').click()
  await expect(run.side).toContainText(/elasticsearch.*"GET \/ HTTP\/1\.1" 200 .*kube-probe/)
})

test('a log shipper that does not mount the volume says why it sends nothing', async ({ app, page }) => {
  const run = new Run(page)
  await app.open(shipper.replace(/ +- \{name: logs, mountPath: \/var\/log\/nginx, readOnly: true\}\n/, ''))
  await run.start.click()
  await run.setSpeed('10×')
  await run.chooseContainer('filebeat')
  await expect(run.log).toContainText(
    'No file matches /var/log/nginx/access.log: is the volume mounted here?',
  )
  await run.tab('Requests').click()
  await expect(run.side).not.toContainText('elasticsearch')
})
