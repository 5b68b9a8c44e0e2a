// From the host to the organisation whose site this is.
import { createMiddleware } from 'hono/factory'
import { lookOf } from '../looks.ts'
import { closedPage, notReadyPage, unknownHostPage } from '../pages/errors.tsx'
import type { Edge, Wiring } from '../wiring.ts'

/** The label before the platform's domain ('intras'), '' for the platform itself, undefined for any other host. */
export function labelOf({ origin }: Pick<Wiring, 'origin'>, host: string): string | undefined {
  const domain = new URL(origin).host
  const name = host.toLowerCase().replace(/\.$/, '')
  if (name === domain) return ''
  const label = name.endsWith(`.${domain}`) ? name.slice(0, -domain.length - 1) : undefined
  return label && /^[a-z0-9-]{1,63}$/.test(label) ? label : undefined
}

export const tenant = createMiddleware<Edge>(async (c, next) => {
  const { wiring } = c.env
  const label = labelOf(wiring, new URL(c.req.url).host)
  const organisation = label ? await wiring.hosts.get(label) : undefined
  if (!organisation) return unknownHostPage(c)

  c.set('organisation', organisation)
  c.set('tenant', organisation.tenant)
  c.set('look', await lookOf(organisation.tenant))
  return next()
})

/** Lets nobody further into a site that is closed or not ready. What comes before this step is served there too. */
export const opened = createMiddleware<Edge>(async (c, next) => {
  const { wiring } = c.env
  const organisation = c.get('organisation')
  const label = labelOf(wiring, new URL(c.req.url).host)
  if (organisation.suspension) return closedPage(c, organisation.suspension.reason)
  if (!organisation.launched || !organisation.address) return notReadyPage(c)
  if (label !== organisation.tenant.slug) {
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(organisation.tenant.origin + pathname + search, 301)
  }
  c.set('scope', wiring.enter(organisation, { kind: 'visitor' }))
  return next()
})
