import { expect, test } from 'vitest'
import { openOutbox } from '#adapters/outbox.ts'
import { openDatabase } from '../tools/libsql/support.ts'

const mail = (subject: string) => ({
  to: 'ana@intras.example',
  from: { name: 'INTRAS', email: 'learning@connections.test' },
  subject,
  text: `Text of ${subject}`,
  html: `<p>${subject}</p>`,
})

test('mails wait in the outbox of their organisation, the newest first', async () => {
  const outbox = openOutbox(openDatabase())
  expect(await outbox.list('intras')).toEqual([])
  await outbox.put('intras', mail('first'))
  await outbox.put('aproximar', mail('of another'))
  await outbox.put('intras', mail('second'))
  const { from: _, ...second } = mail('second')
  const [newest, ...older] = await outbox.list('intras')
  expect(newest).toEqual(second)
  expect(older.map(({ subject }) => subject)).toEqual(['first'])
})

test('the outbox shows the newest fifty', async () => {
  const outbox = openOutbox(openDatabase())
  for (let number = 1; number <= 52; number++) await outbox.put('intras', mail(`mail ${number}`))
  const shown = await outbox.list('intras')
  expect(shown).toHaveLength(50)
  expect([shown[0]?.subject, shown.at(-1)?.subject]).toEqual(['mail 52', 'mail 3'])
})
