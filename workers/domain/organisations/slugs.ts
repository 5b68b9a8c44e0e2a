// Which addresses an organisation may have.

/** Labels that the platform, mail or the web's habits need for themselves. */
export const RESERVED = new Set(
  `about account accounts admin administrator api app apply apps archive assets auth autoconfig autodiscover backup
  billing blog cdn commons console content courses curriculum dashboard demo dev developer development docs download
  email en erasmus es eu da example files forum ftp help home host hostmaster id imap info internal it jobs learn legal
  list lists localhost login mail mailer media mta-sts mx new news noreply ns ns1 ns2 oauth operator operators outbox
  partner partners platform pop pop3 portal postmaster privacy production pt public register registry ro root
  sandbox schema search secure security server service sign-in sign-up signin signup sitemap smtp social-connections
  ssl staff stage staging static stats status store support system team tenant test testing theme toolbox tools
  upload uploads user users webmail webmaster wpad www`.split(/\s+/),
)

export type SlugFault = 'slugForm' | 'slugReserved'

/** A DNS label of 3 to 40 small letters, digits and inner dashes, not reserved and not punycode. */
export function slugFault(slug: string): SlugFault | undefined {
  if (!/^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$/.test(slug) || slug.startsWith('xn--')) return 'slugForm'
  return RESERVED.has(slug) ? 'slugReserved' : undefined
}
