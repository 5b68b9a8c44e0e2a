// In development mails are written down instead of sent: a database of its own, so that no other holds their keys.
import type { Client } from '@libsql/client/http'
import type { Mail } from './letters.ts'

const TABLE = `CREATE TABLE IF NOT EXISTS mails (
  id INTEGER PRIMARY KEY, organisation TEXT NOT NULL, "to" TEXT NOT NULL, subject TEXT NOT NULL,
  text TEXT NOT NULL, html TEXT NOT NULL) STRICT`

export const openOutbox = (client: Client) => ({
  async put(organisation: string, mail: Mail) {
    const args = [organisation, mail.to, mail.subject, mail.text, mail.html]
    const insert = 'INSERT INTO mails (organisation, "to", subject, text, html) VALUES (?, ?, ?, ?, ?)'
    await client.batch([TABLE, { sql: insert, args }], 'write')
  },
  /** The newest 50 of one organisation. */
  async list(organisation: string) {
    const select = `SELECT "to", subject, text, html FROM mails WHERE organisation = ? ORDER BY id DESC LIMIT 50`
    const [, answer] = await client.batch([TABLE, { sql: select, args: [organisation] }], 'write')
    return (answer?.rows ?? []).map((row) => {
      const [to = '', subject = '', text = '', html = ''] = Array.from(row).map((value) =>
        typeof value === 'string' ? value : '',
      )
      return { to, subject, text, html }
    })
  },
})
