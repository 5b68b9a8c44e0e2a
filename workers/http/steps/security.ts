// Headers of every answer: what a page may load, and what browsers may do with it.
import { createMiddleware } from 'hono/factory'
import type { Edge } from '../wiring.ts'

export const security = createMiddleware<Edge>(async (c, next) => {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  c.set('nonce', nonce)
  await next()
  const headers = c.res.headers
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', isKey(c.req.path) ? 'strict-origin' : 'strict-origin-when-cross-origin')
  headers.set('x-request-id', c.get('requestId'))
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  if (c.env.wiring.origin.startsWith('https:')) {
    headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  }
  // A page that is still good (304) keeps the policy it came with: its nonce stands in the page.
  if (c.res.status !== 304) headers.set('content-security-policy', policy(nonce))
})

/**
 * An address that was mailed is told to no other page. It is not 'no-referrer', for then browsers send the page's form
 * without its origin, and those that do not know Sec-Fetch-Site would be refused.
 */
const isKey = (path: string) => /^\/[a-z]{2}\/(confirmation|password-reset)\/./.test(path)

/** Scripts only with the nonce of this answer; styles, pictures, fonts and clips only from this site; no frames. */
const policy = (nonce: string) =>
  [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `media-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
